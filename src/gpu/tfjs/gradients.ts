/** What tfjs's core leaves out unless it is asked for: how each of its operations is differentiated. For the browser's trainer alone. */
import '@tensorflow/tfjs-core/dist/register_all_gradients';
