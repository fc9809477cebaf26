// Made by `npm run assembly` from the .assembly.ts of the same name. Do not edit.
export const BINARY =
  'AGFzbQEAAAABCQFgBH9/f38BfwIPAQNlbnYGbWVtb3J5AgAAAwIBAAcWAgljb3VudEhlbGQAAAZtZW1vcnkCAApIAUYCAX8BeyAB/Q8hBUEAIQEDQCABIANI' +
  'BEAgBCAAIAFq/QAEACAF/SwgASACav0ABAD9Tv1kaWohBCABQRBqIQEMAQsLIAQL';
