// AssemblyScript, a part of convolution.assembly.ts: what the loops are given, as convolutionArguments.ts writes it.

/** Addresses are bytes, depths channels. All fields have four bytes. */
@unmanaged
export class ConvolutionArguments {
  /** First channel that is read. // (inHeight, inWidth, inDepth) */
  input: usize = 0;
  inHeight: i32 = 0;
  inWidth: i32 = 0;
  inDepth: i32 = 0;
  inChannels: i32 = 0;
  /** First channel that is written. // (outHeight, outWidth, outDepth) */
  output: usize = 0;
  outHeight: i32 = 0;
  outWidth: i32 = 0;
  outDepth: i32 = 0;
  outChannels: i32 = 0;
  /** The same numbers once more in a map of another depth; 0 for none. */
  copy: usize = 0;
  copyDepth: i32 = 0;
  kernelHeight: i32 = 0;
  kernelWidth: i32 = 0;
  stride: i32 = 0;
  padTop: i32 = 0;
  padLeft: i32 = 0;
  /** As packedFilter.ts lays it out. */
  filter: usize = 0;
  /** // (outChannels,) */
  bias: usize = 0;
  /** Room for the loops' own numbers. */
  scratch: usize = 0;
  /** Output pixels, or tiles of them, that are worked on at a time: an even number. */
  chunk: i32 = 0;
  slope: f32 = 0;
  most: f32 = 0;
}
