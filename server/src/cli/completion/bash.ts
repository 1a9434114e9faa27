import type { Option, Values } from "../option";
import { choicesOf, optionsOf, type Pages, rulesCanBe, type Words } from "./words";

/** Where the script offers nothing, bash itself completes files. */
export const bash = (pages: Pages, words: Words): string => {
  const names = pages.map(([name]) => name);
  return `# Completion of convlint for bash: eval "$(convlint completion bash)"
_convlint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=""
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${[...names, "help"].join(" ")} --help --version" -- "$cur"))
    return
  fi
  # To bash an equals sign is a word of its own.
  [[ $cur == "=" ]] && cur="" && prev="=" && set -- 1 || set -- 2
  if [[ $prev == "=" ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-$1]}
    [[ \${COMP_WORDS[COMP_CWORD-$1-1]} == "--rule" ]] && prev="severity"
  fi
  case "\${COMP_WORDS[1]} $prev" in
    *" severity") words="${rulesCanBe.join(" ")}" ;;
    "help "*) words="${names.join(" ")}" ;;
${pages.flatMap(([name, page]) => optionsOf(page).flatMap(([option, its]) => valueCase(name, option, its, words))).join("\n")}
    *)
      case "\${COMP_WORDS[1]} $cur" in
${pages
  .map(
    ([name, page]) =>
      `        "${name} -"*) words="${optionsOf(page)
        .map(([option]) => `--${option}`)
        .join(" ")}" ;;`,
  )
  .join("\n")}
${pages.flatMap(([name, page]) => operandCase(name, page.operands, words)).join("\n")}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _convlint convlint
`;
};

function valueCase(command: string, name: string, { type, values }: Option, words: Words): readonly string[] {
  if (type === "boolean") return [];
  return [`    "${command} --${name}") words="${(choicesOf(values, words) ?? []).join(" ")}" ;;`];
}

function operandCase(command: string, operands: Values | undefined, words: Words): readonly string[] {
  const choices = choicesOf(operands, words);
  return choices ? [`        "${command} "*) words="${choices.join(" ")}" ;;`] : [];
}
