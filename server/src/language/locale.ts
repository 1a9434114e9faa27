/** The languages there is a translation for, beside English, in which everything is written. */
export const languages = ["zh-cn"] as const;
export type Language = (typeof languages)[number];

/** What `--lang` takes. */
export const choices = ["en", ...languages] as const;

/** The language that a locale asks for, as editors and shells write it: `zh-CN`, `zh_CN.UTF-8`, `zh-Hans`. Else English. */
export function languageOf(locale: string | undefined): Language | undefined {
  const name = (locale ?? "")
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/[.@].*$/, "");
  return /^zh(-cn|-sg|-hans(-.*)?)?$/.test(name) ? "zh-cn" : undefined;
}

/** The locale of messages, from the environment of a shell: the first that is set counts. */
export const localeIn = (environment: { readonly [name: string]: string | undefined }): string | undefined =>
  [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find(Boolean);
