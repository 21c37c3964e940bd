import type { Role, Tone } from "../layout/drawing";

/** Colours of one mode. The same hue means the same in both. */
export interface Palette {
  readonly fills: Readonly<Record<Role, string>>;
  readonly strokes: Readonly<Record<Role, string>>;
  readonly tones: Readonly<Record<Tone, string>>;
}

export const LIGHT: Palette = {
  fills: {
    paper: "#ffffff",
    network: "#fbfcfd",
    zone: "#f4f6f8",
    public: "#e8f5ea",
    private: "#e9f1fb",
    unknown: "#eff1f3",
    node: "#ffffff",
    door: "#ffffff",
    stranger: "#ffffff",
    empty: "#f6f8fa",
    task: "#f1f4f8",
  },
  strokes: {
    paper: "#d1d9e0",
    network: "#8c959f",
    zone: "#c8d0d8",
    public: "#8bc79a",
    private: "#93b8e6",
    unknown: "#afb8c1",
    node: "#59636e",
    door: "#0860ca",
    stranger: "#8c959f",
    empty: "#8c959f",
    task: "#d1d9e0",
  },
  tones: {
    plain: "#1f2328",
    muted: "#4d5761",
    in: "#0757ba",
    out: "#7d4e00",
    closed: "#b8202a",
    unknown: "#5b6570",
  },
};

export const DARK: Palette = {
  fills: {
    paper: "#0d1117",
    network: "#10151c",
    zone: "#151b23",
    public: "#12281a",
    private: "#13233a",
    unknown: "#1c232c",
    node: "#0f141b",
    door: "#0f141b",
    stranger: "#0f141b",
    empty: "#151b23",
    task: "#1d2530",
  },
  strokes: {
    paper: "#2b333d",
    network: "#656d78",
    zone: "#323b46",
    public: "#2f6f42",
    private: "#2f568f",
    unknown: "#4a535e",
    node: "#8b949e",
    door: "#4493f8",
    stranger: "#6e7781",
    empty: "#6e7781",
    task: "#3a4452",
  },
  tones: {
    plain: "#e6edf3",
    muted: "#a5b0bb",
    in: "#6cb1ff",
    out: "#e0a93b",
    closed: "#ff8b84",
    unknown: "#a5b0bb",
  },
};

export const MODES: readonly Palette[] = [LIGHT, DARK];
