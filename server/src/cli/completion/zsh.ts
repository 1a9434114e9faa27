import type { CommandPage } from "../commands";
import type { Option, Values } from "../option";
import { choicesOf, isPath, optionsOf, type Pages, quoted, rulesCanBe, type Words } from "./words";

export const zsh = (pages: Pages, words: Words): string => `#compdef convlint
# Completion of convlint for zsh: convlint completion zsh > _convlint, in a folder of $fpath
_convlint() {
  local -a commands severities rules
  commands=(
${[...pages.map(([name, { summary }]) => `${name}:${summary}`), "help:what a command does and takes"].map((one) => `    ${quoted(one)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${pages.map((page) => commandCase(page, words)).join("\n")}
    help) _describe -t commands command commands ;;
  esac
}
_convlint_rule() {
  local -a names severities
  names=(${words.rule.join(" ")})
  severities=(${rulesCanBe.join(" ")})
  if compset -P '*='; then
    _describe severity severities
  else
    _describe rule names -S =
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _convlint "$@"; else compdef _convlint convlint; fi
`;

function commandCase([name, page]: readonly [string, CommandPage], words: Words): string {
  const specs = [
    ...optionsOf(page).map(([option, its]) => optionSpec(option, its, words)),
    ...(page.operands ? [`*:${shown(page.operands)}:${action(page.operands, words)}`] : []),
  ];
  return `    ${name}) _arguments ${specs.map((spec) => quoted(spec)).join(" ")} ;;`;
}

/** `=` stands for a value in the same word or the next one. */
function optionSpec(name: string, { type, multiple, value, values, doc }: Option, words: Words): string {
  const often = multiple ? "*" : "";
  const said = doc.replace(/[[\]:\\]/g, "\\$&");
  if (type === "boolean") return `--${name}[${said}]`;
  return `${often}--${name}=[${said}]:${(value ?? name).replaceAll(":", "\\:")}:${action(values, words)}`;
}

function action(values: Values | undefined, words: Words): string {
  if (values === "rule") return "_convlint_rule";
  if (isPath(values)) return values === "folder" ? "_files -/" : "_files";
  const choices = choicesOf(values, words);
  return choices ? `(${choices.join(" ")})` : " ";
}

const shown = (values: Values): string => (typeof values === "string" ? values : "word");
