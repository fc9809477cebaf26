/** The version in package.json, inserted by the build. */
declare const __FACET_VERSION__: string;
/** Whether this deployment has heads that go with GoogLeNet, and the answers that they are checked by; inserted by the build. */
declare const __FACET_GOOGLENET__: boolean;
