/** Fills an array in place, so that it stays in its arena. */
export function filled<Numbers extends Float32Array | Int32Array>(
  numbers: Numbers,
  next: (index: number) => number,
): Numbers {
  for (let i = 0; i < numbers.length; i++) numbers[i] = next(i);
  return numbers;
}
