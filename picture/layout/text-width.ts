/**
 * Widths in hundredths of the font size, rounded up, of the widest fonts that the picture may be shown in (DejaVu Sans,
 * Verdana; Arial and the system fonts of macOS and Windows are narrower). Whoever fits into these fits everywhere.
 */
const REGULAR: readonly (readonly [width: number, characters: string])[] = [
  [35, " ,./:;\\|·'Iijl"],
  [45, "()-[]ft!r"],
  [55, '"*J`csz'],
  [60, "?L_kvxy–"],
  [65, "$0123456789FTabdeghnopqu{}"],
  [70, "ABEKPSVXYZ"],
  [75, "CNRU"],
  [85, "&DGHOQ#+<=>^w~✕×"],
];

const BOLD: readonly (readonly [width: number, characters: string])[] = [
  [40, " 'ijl,./:;I\\|·"],
  [50, "-f!()[]`rt"],
  [60, '"*J_csz–'],
  [70, "?Lx$0123456789EFTaekovy"],
  [80, "CPSYZbdghnpqu{}ABKRVX"],
  [90, "#+<=>DGHNU^~✕×&OQ"],
];

/** Everything else: `@`, `W`, `m`, and letters of other scripts. */
const WIDEST = 115;

const byWeight = { regular: tableOf(REGULAR), bold: tableOf(BOLD) };

/** How wide a text is at most, in pixels. */
export function widthOf(text: string, size: number, isBold: boolean): number {
  const table = isBold ? byWeight.bold : byWeight.regular;
  const hundredths = [...text].reduce((sum, character) => sum + (table.get(character) ?? WIDEST), 0);
  return (hundredths * size) / 100;
}

function tableOf(rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)));
}
