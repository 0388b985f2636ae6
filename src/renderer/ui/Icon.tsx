import { ICONS } from './icons.ts';

export type IconName = keyof typeof ICONS;

interface IconProps {
  readonly name: IconName;
  /** In CSS pixels. */
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A sign beside or instead of words; nothing that a screen reader would read. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
