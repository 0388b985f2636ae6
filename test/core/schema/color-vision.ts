type Triple = readonly [number, number, number];

/** Red, green and blue of `#rrggbb`, as amounts of light from 0 to 1. */
export function light(color: string): Triple {
  const channel = (at: number) => {
    const c = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2 contrast of two colours given as light. */
export function contrast(a: Triple, b: Triple): number {
  const luminance = ([r, g, blue]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/** `amount` of `over` mixed into `under`, as screens mix: by their written values. */
export function mix(over: string, under: string, amount: number): string {
  const channel = (at: number) => {
    const [a, b] = [over, under].map((c) => Number.parseInt(c.slice(at, at + 2), 16));
    const value = Math.round((a ?? 0) * amount + (b ?? 0) * (1 - amount));
    return value.toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** How people see who lack a receptor: Machado, Oliveira & Fernandes (2009), severity 1.0. */
export const VISIONS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Distance of two colours in CIELAB (ΔE 1976) to somebody with that vision; 2.3 can just be seen. */
export function distance(a: string, b: string, vision: readonly [Triple, Triple, Triple]): number {
  const see = (color: string): Triple => {
    const [r, g, blue] = light(color);
    const dot = ([x, y, z]: Triple) => Math.min(1, Math.max(0, x * r + y * g + z * blue));
    return toLab([dot(vision[0]), dot(vision[1]), dot(vision[2])]);
  };
  const [left, right] = [see(a), see(b)];
  return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

function toLab([r, g, b]: Triple): Triple {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
