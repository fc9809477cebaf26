import type { NamedArray } from '../../base/weights/safetensors.ts';

/** The tensors that the label branch is made of. */
export const LABEL_BRANCH = [
  'hidden.weight',
  'hidden.context',
  'hidden.bias',
  'label.weight',
  'label.bias',
  'evidence.weight',
] as const;

type Tensors = ReadonlyMap<string, NamedArray>;

function tensor(member: Tensors, name: string): NamedArray {
  const found = member.get(name);
  if (found === undefined) throw new Error(`mergeMembers: got a member without ${name}`);
  return found;
}

/** Columns side by side. // M × (R, E) → (R, M·E) */
function beside(members: readonly NamedArray[]): NamedArray {
  const [rows = 0, width = 0] = members[0]!.shape.length === 2 ? members[0]!.shape : [1, ...members[0]!.shape];
  const values = new Float32Array(rows * width * members.length);
  members.forEach((member, m) => {
    for (let row = 0; row < rows; row++) {
      values.set(member.values.subarray(row * width, (row + 1) * width), (row * members.length + m) * width);
    }
  });
  const wide = width * members.length;
  return { shape: members[0]!.shape.length === 2 ? [rows, wide] : [wide], values };
}

function mean(members: readonly NamedArray[]): NamedArray {
  const values = members[0]!.values.map(
    (_, i) => members.reduce((sum, member) => sum + member.values[i]!, 0) / members.length,
  );
  return { shape: members[0]!.shape, values };
}

/** Rows one below the other, each member's counting one part in M. // M × (E, C) → (M·E, C) */
function belowAveraged(members: readonly NamedArray[]): NamedArray {
  const [rows = 0, width = 0] = members[0]!.shape;
  const values = new Float32Array(rows * width * members.length);
  members.forEach((member, m) =>
    values.set(
      member.values.map((value) => value / members.length),
      m * rows * width,
    ),
  );
  return { shape: [rows * members.length, width], values };
}

/**
 * One label branch whose logits are the mean of its members' logits for every proposal: their intermediate features stand
 * side by side in one layer M times as wide, so that an ensemble costs the network no second pass.
 * @param members label branches of one shape, at least one // hidden (S, E), label (E, C)
 * @returns hidden (S, M·E), label (M·E, C)
 */
export function mergeMembers(members: readonly Tensors[]): Map<string, NamedArray> {
  if (members.length === 0) throw new Error('mergeMembers: got no member, wanted at least one');
  const each = (name: string): NamedArray[] => members.map((member) => tensor(member, name));
  const merged = new Map<string, NamedArray>();
  for (const name of ['hidden.weight', 'hidden.context', 'hidden.bias']) merged.set(name, beside(each(name)));
  merged.set('label.weight', belowAveraged(each('label.weight')));
  merged.set('label.bias', mean(each('label.bias')));
  if (members[0]!.has('evidence.weight')) merged.set('evidence.weight', mean(each('evidence.weight')));
  return merged;
}
