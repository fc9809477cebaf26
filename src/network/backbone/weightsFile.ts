import { readCaffeModel } from '../../base/weights/caffeModel.ts';
import { readOnnx } from '../../base/weights/onnx.ts';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import type { ImportedFile } from './googlenetImport.ts';

/** The first bytes say what a file is, whatever its name: a header of JSON after its length, an archive, or else protobuf. */
function looksLikeSafetensors(bytes: Uint8Array): boolean {
  return bytes.length > 9 && bytes[8] === 0x7b && bytes[6] === 0 && bytes[7] === 0;
}

function looksLikeArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Python's own format, in which PyTorch wrote before it wrote archives. */
function looksLikePickle(bytes: Uint8Array): boolean {
  return bytes[0] === 0x80 && bytes[1] !== undefined && bytes[1] >= 2 && bytes[1] <= 5;
}

/**
 * The tensors of a file of weights: safetensors, ONNX or a Caffe model.
 * @param name of the file, for messages
 * @throws Error naming the file, with what it is or what is wrong in it.
 */
export function readWeightsFile(name: string, buffer: ArrayBuffer): ImportedFile {
  const bytes = new Uint8Array(buffer);
  if (looksLikeArchive(bytes) || looksLikePickle(bytes)) {
    throw new Error(
      `${name} is a PyTorch file, which may hold code. Save its state_dict as safetensors and bring that.`,
    );
  }
  if (looksLikeSafetensors(bytes)) return { ...readSafetensors(buffer), nodes: null };
  const onnx = attempt(() => readOnnx(buffer));
  if ('read' in onnx) return onnx.read;
  const caffe = attempt(() => readCaffeModel(buffer));
  if ('read' in caffe) return { tensors: caffe.read, nodes: null };
  // A file that says by its name what it means to be is told what is wrong with it as that.
  if (/\.onnx$/i.test(name)) throw onnx.error;
  if (/\.caffemodel$/i.test(name)) throw caffe.error;
  throw new Error(`${name} is not a file of weights: wanted safetensors, ONNX or a Caffe model.`);
}

function attempt<T>(read: () => T): { readonly read: T } | { readonly error: unknown } {
  try {
    return { read: read() };
  } catch (error) {
    return { error };
  }
}
