/** `npm run format`; checked in `npm test`. */
export default {
  printWidth: 120,
  singleQuote: true,
};
