/** A font file: its address among the files of the window. */
declare module '*.woff2?url' {
  const address: string;
  export default address;
}
