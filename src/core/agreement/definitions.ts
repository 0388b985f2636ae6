import type { RelationRule } from './relations/relation-counts.ts';
import type { SpanRule } from './spans/span-counts.ts';

/** A measure in words: for the page that shows it, and for the paper that reports it. */
export interface Definition {
  readonly name: string;
  /** One or two sentences: what it counts. */
  readonly meaning: string;
  /** Where it is defined, in the form of a reference. */
  readonly source: string;
}

export const SPAN_DEFINITIONS: Readonly<Record<SpanRule, Definition>> = {
  exact: {
    name: 'Exact',
    meaning: 'Two spans match where they cover exactly the same characters and have the same type.',
    source:
      'Tjong Kim Sang, E. F., & De Meulder, F. (2003). Introduction to the CoNLL-2003 shared task. Proceedings of CoNLL-2003, 142–147.',
  },
  'exact-unlabelled': {
    name: 'Exact, any type',
    meaning: 'Two spans match where they cover exactly the same characters, whatever their types.',
    source:
      'Tjong Kim Sang, E. F., & De Meulder, F. (2003). Introduction to the CoNLL-2003 shared task. Proceedings of CoNLL-2003, 142–147.',
  },
  overlap: {
    name: 'Overlap',
    meaning:
      'Two spans match where they share a character and have the same type; each span matches one other at most, and as many pairs as possible are made.',
    source:
      'Tsai, R. T.-H., et al. (2006). Various criteria in the evaluation of biomedical named entity recognition. BMC Bioinformatics, 7, 92.',
  },
  'overlap-unlabelled': {
    name: 'Overlap, any type',
    meaning: 'As overlap, whatever the types.',
    source:
      'Tsai, R. T.-H., et al. (2006). Various criteria in the evaluation of biomedical named entity recognition. BMC Bioinformatics, 7, 92.',
  },
  partial: {
    name: 'Partial credit',
    meaning:
      'Spans of the same characters count 1, others that overlap count 1/2, whatever their types; pairs are made so that the total is largest.',
    source:
      'Chinchor, N., & Sundheim, B. (1993). MUC-5 evaluation metrics. Proceedings of MUC-5, 69–78; Segura-Bedmar, I., et al. (2013). SemEval-2013 task 9. Proceedings of SemEval 2013, 341–350.',
  },
};

export const RELATION_DEFINITIONS: Readonly<Record<RelationRule, Definition>> = {
  strict: {
    name: 'Strict',
    meaning:
      'Two relations match where their types, their directions, and the characters and types of both ends are the same.',
    source:
      'Bekoulis, G., et al. (2018). Joint entity recognition and relation extraction as a multi-head selection problem. Expert Systems with Applications, 114, 34–45.',
  },
  boundaries: {
    name: 'Boundaries',
    meaning: 'As strict, whatever the types of the ends.',
    source:
      'Taillé, B., et al. (2020). Let’s stop incorrect comparisons in end-to-end relation extraction! Proceedings of EMNLP 2020, 3689–3701.',
  },
  relaxed: {
    name: 'Relaxed',
    meaning: 'The ends only need to share a character and have the same types.',
    source:
      'Verspoor, K., et al. (2013). Annotating the biomedical literature for the human variome. Database, 2013, bat019.',
  },
  'relaxed-any': {
    name: 'Relaxed, any type of the ends',
    meaning: 'The ends only need to share a character.',
    source:
      'Verspoor, K., et al. (2013). Annotating the biomedical literature for the human variome. Database, 2013, bat019.',
  },
  untyped: {
    name: 'Strict, any type of the relation',
    meaning: 'As strict, whatever the types of the relations.',
    source:
      'Bekoulis, G., et al. (2018). Joint entity recognition and relation extraction as a multi-head selection problem. Expert Systems with Applications, 114, 34–45.',
  },
  'common-ends': {
    name: 'Strict, between common spans',
    meaning:
      'As strict, but only among relations both of whose ends both annotators marked alike: so that disagreement on relations is seen apart from that on spans.',
    source:
      'Bekoulis, G., et al. (2018). Joint entity recognition and relation extraction as a multi-head selection problem. Expert Systems with Applications, 114, 34–45.',
  },
};

/** Measures that are not made of matches of spans or relations. */
export type OtherMeasure =
  | 'f1'
  | 'characters'
  | 'tokens'
  | 'cohen'
  | 'scott'
  | 'fleiss'
  | 'alpha'
  | 'alpha-u-1995'
  | 'u-alpha'
  | 'gamma'
  | 'gamma-cat'
  | 'bootstrap';

export const DEFINITIONS: Readonly<Record<OtherMeasure, Definition>> = {
  f1: {
    name: 'F1',
    meaning:
      'Twice the matches, divided by the spans of both annotators together. It is the same from either side. Kappa is no better for spans: how many spans neither marked cannot be counted, and the more there are, the closer kappa comes to F1.',
    source:
      'Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.',
  },
  characters: {
    name: 'Character F1',
    meaning: 'F1 of single characters with their types: long spans weigh more than short ones.',
    source:
      'Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.',
  },
  tokens: {
    name: 'Token F1',
    meaning: 'F1 of tokens with their types; each token that a span touches counts once per span.',
    source:
      'Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.',
  },
  cohen: {
    name: 'Cohen’s kappa',
    meaning:
      'Agreement of two annotators beyond what chance would give, going by how often each of them uses each label.',
    source:
      'Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20(1), 37–46.',
  },
  scott: {
    name: 'Scott’s pi',
    meaning:
      'Agreement of two annotators beyond what chance would give, going by how often both together use each label.',
    source:
      'Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. Public Opinion Quarterly, 19(3), 321–325.',
  },
  fleiss: {
    name: 'Fleiss’ kappa',
    meaning:
      'Scott’s pi for any number of annotators; all items need labels of equally many of them.',
    source:
      'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
  },
  alpha: {
    name: 'Krippendorff’s alpha',
    meaning:
      'Disagreement in relation to what chance would give, for any number of annotators; labels may be missing.',
    source:
      'Krippendorff, K. (2004). Content analysis: An introduction to its methodology (2nd ed.). Sage.',
  },
  'alpha-u-1995': {
    name: 'Krippendorff’s alpha-U (1995)',
    meaning:
      'Disagreement on where units begin and end, by label, in relation to what chance would give. INCEpTION and DKPro show this one.',
    source:
      'Krippendorff, K. (1995). On the reliability of unitizing continuous data. Sociological Methodology, 25, 47–76.',
  },
  'u-alpha': {
    name: 'Krippendorff’s u-alpha (2016)',
    meaning:
      'Disagreement on lengths of text cut into units and gaps. It wants that no two spans of one annotator overlap.',
    source:
      'Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing textual continua. Quality & Quantity, 50(6), 2347–2364.',
  },
  gamma: {
    name: 'Gamma',
    meaning:
      'Disorder of the best alignment of all annotators’ spans, in relation to that of texts shuffled at random. Spans may overlap and be close without being the same.',
    source:
      'Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment. Computational Linguistics, 41(3), 437–479.',
  },
  'gamma-cat': {
    name: 'Gamma-cat',
    meaning: 'The part of gamma that is about types: on aligned spans only.',
    source:
      'Mathet, Y. (2017). The agreement measure γcat: A complement to γ focused on categorization of a continuum. Computational Linguistics, 43(3), 661–687.',
  },
  bootstrap: {
    name: 'Interval',
    meaning:
      'Where the figure would lie with other documents of the same kind: the documents are drawn anew with replacement many times, and the middle of the figures is shown.',
    source:
      'Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall.',
  },
};
