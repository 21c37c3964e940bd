/** How esbuild bundles every program of ours. */
export const bundling = {
  bundle: true,
  platform: "node",
  target: "node20.9",
  logLevel: "warning",
  write: false,
};
