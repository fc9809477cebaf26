import centre from './Centre.module.css';

/** Instead of the page where the browser withholds what Facet needs: over plain http from another machine. */
export function Insecure() {
  return (
    <div className={centre.centre} role="alert">
      <h1>Facet needs a secure connection</h1>
      <p>
        Browsers let a page store photos and compute in the background only over https, or when it comes from this
        computer itself (localhost). Open the same page with an address that starts with https.
      </p>
    </div>
  );
}
