/** Set to "off" in an app's context, it leaves the judging to whoever synthesizes: `npm run check` reports all itself. */
export const TRAFFIC_CONTEXT = "frontyard:traffic";

/** Where an app says what its account was granted: `context` in cdktf.json, or of `new App`. */
export const QUOTAS_CONTEXT = "frontyard:quotas";

/**
 * Where an app keeps its states: `local` in files, whatever else says so, as a rehearsal does; `code` takes no notice of
 * the environment, as output that is committed has to.
 */
export const STATE_CONTEXT = "frontyard:state";
