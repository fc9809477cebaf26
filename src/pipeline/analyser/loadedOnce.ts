/**
 * Loads on the first call and gives every later one the same result; calls made in the meantime wait for it. A failure is not kept: the
 * next call tries again.
 */
export function loadedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    if (loading) return loading;
    const begun = load();
    loading = begun;
    begun.catch(() => {
      loading = null;
    });
    return begun;
  };
}
