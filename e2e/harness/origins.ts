/** `npm test` passes a free port, so that two runs on one machine do not meet. */
export const APP_PORT = Number(process.env['FACET_E2E_PORT'] ?? 4317);
export const MODULES_PORT = APP_PORT + 1;

/** The production build, as `npm start` serves it. */
export const APP_ORIGIN = `http://localhost:${APP_PORT}`;
/** The development server, for specs of single modules. */
export const MODULES_ORIGIN = `http://localhost:${MODULES_PORT}`;
