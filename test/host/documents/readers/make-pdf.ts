interface PdfParts {
  /** Of each page: the operators that draw it; fonts are F1 (Latin) and F2 (Chinese, by character map). */
  readonly pages: readonly string[];
  readonly info?: string;
  /** Bookmarks: title, and the page from 0 that it leads to. */
  readonly bookmarks?: readonly (readonly [string, number])[];
  readonly trailer?: string;
}

/** Operators that show lines of text at places, in points: `[x, y, size, text]`. */
export function show(...lines: readonly (readonly [number, number, number, string])[]): string {
  return lines
    .map(([x, y, size, text]) => {
      const escaped = text.replace(/[\\()]/gu, '\\$&');
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
    })
    .join('\n');
}

/** A PDF 1.4 of these pages, each object by hand (ISO 32000-1, 7.5). Characters stand for their bytes. */
export function makePdf({ pages, info = '', bookmarks = [], trailer = '' }: PdfParts): Uint8Array {
  const first = 8 + bookmarks.length;
  const pageNumber = (i: number) => first + 2 * i;
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R ${bookmarks.length > 0 ? '/Outlines 7 0 R' : ''} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${pageNumber(i)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 >> >>',
    `<< ${info} >>`,
    `<< /First 8 0 R /Last ${7 + bookmarks.length} 0 R /Count ${bookmarks.length} >>`,
    ...bookmarks.map(
      ([title, page], i) =>
        `<< /Title (${title}) /Parent 7 0 R ${i + 1 < bookmarks.length ? `/Next ${9 + i} 0 R` : ''} /Dest [${pageNumber(page)} 0 R /Fit] >>`,
    ),
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${pageNumber(i) + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
