/** The address of a file that Vite builds for a worker. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
