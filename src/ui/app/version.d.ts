/** The version in package.json, inserted by the build. */
declare const __FACET_VERSION__: string;
