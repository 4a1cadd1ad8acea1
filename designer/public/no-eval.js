// The page's content security policy lets no code be made from text. Zod would try it, to be faster, and be reported; this
// is its own setting `jitless`, made before its module is loaded.
globalThis.__zod_globalConfig = { jitless: true }
