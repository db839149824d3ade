declare module '*.bash' {
  const script: string;
  export = script;
}
declare module '*.fish' {
  const script: string;
  export = script;
}
declare module '*.zsh' {
  const script: string;
  export = script;
}
declare module '*.css' {
  const css: string;
  export = css;
}
