/** The version in package.json, put in by the build. */
declare const __FACET_VERSION__: string;
