/** The texts of one room in another language: the same keys, no more and no fewer. */
export type Translated<Texts> = { [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]> }
