/** `npm test` passes a free port, so that two runs on one machine do not meet. */
export const APP_PORT = Number(process.env['FACET_E2E_PORT'] ?? 4317);
export const MODULES_PORT = APP_PORT + 1;

/**
 * The production build, as `npm start` serves it; with FACET_E2E_HOST=plain below a path of a server that sends no header of ours, as
 * many hosts do.
 */
export const APP_IS_BELOW = process.env['FACET_E2E_HOST'] === 'plain' ? '/photos' : '';
export const APP_ADDRESS = `http://localhost:${APP_PORT}${APP_IS_BELOW}/`;
/** The development server, for specs of single modules. */
export const MODULES_ORIGIN = `http://localhost:${MODULES_PORT}`;
