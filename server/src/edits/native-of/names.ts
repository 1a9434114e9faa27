import type { Vocabulary } from "../../core/vocabulary";
import { firstFree } from "../../formats/native/naming";
import type { Instance } from "./instance";
import { plain, same } from "./values";

/** Forms of one module are told apart by an argument where one does, else by numbers. */
export function formNames(instances: readonly Instance[], { spellings }: Vocabulary): (form: number) => string {
  const byModule = new Map<string, Map<number, Instance[]>>();
  for (const one of instances) {
    const forms = byModule.get(one.op.name) ?? new Map<number, Instance[]>();
    byModule.set(one.op.name, forms.set(one.form, [...(forms.get(one.form) ?? []), one]));
  }
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const [module, forms] of byModule) {
    const stem = spellings.has(module) ? `${module}Block` : module;
    const groups = [...forms.values()];
    const param = groups.length > 1 ? tellingApart(groups) : undefined;
    const usual = mostUsed(groups);
    for (const [form, group] of forms) {
      const end = group === usual || param === undefined ? "" : `_${ending(param, group[0]!.args[param])}`;
      const name = firstFree(stem + end, (one) => taken.has(one) || spellings.has(one));
      taken.add(name);
      names.set(form, name);
    }
  }
  return (form) => names.get(form)!;
}

const mostUsed = (groups: readonly (readonly Instance[])[]): readonly Instance[] =>
  groups.reduce((most, one) => (one.length > most.length ? one : most));

/** An argument that is the same in all calls of a form, and another one in each form. */
function tellingApart(groups: readonly (readonly Instance[])[]): string | undefined {
  const values = (name: string) => groups.map((group) => group.map(({ args }) => plain(args[name])));
  return Object.keys(groups[0]![0]!.op.params).find((name) => {
    const all = values(name);
    const firsts = all.map(([first]) => String(first));
    return all.every((own) => own.every((one) => same([one], [own[0]]))) && new Set(firsts).size === groups.length;
  });
}

const ending = (param: string, value: unknown): string =>
  value === true ? param : value === false ? `no_${param}` : `${param}${String(plain(value)).replace(/\W+/g, "_")}`;
