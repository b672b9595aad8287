// The manual as a static site with search: mvn -Psite. Pages are those of docs/, which read as plain Markdown too.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { defineConfig } from 'vitepress'

const repository = 'https://github.com/corridor-io/corridor/blob/main/'
const pages = new URL('../target/docs/', import.meta.url)

const title = (page) => /^# (.+)$/m.exec(readFileSync(new URL(page + '.md', pages), 'utf8'))?.[1] ?? page
const part = (text, names, collapsed) => ({
  text,
  collapsed,
  items: names.map((name) => ({ text: title(name), link: '/' + name })),
})

// The book is what README.md says: parts, and numbered pages in each.
const [, ...parts] = readFileSync(new URL('README.md', pages), 'utf8').split(/^\*\*(?=.*\*\*$)/m)
const book = parts.map((text) =>
  part(text.split('**')[0], [...text.matchAll(/^\d+\. \[.*?\]\((.*?)\.md\)/gm)].map((page) => page[1])))
const known = new Set(book.flatMap((p) => p.items.map((item) => item.link.slice(1))))
const names = (folder) =>
  readdirSync(new URL(folder, pages)).filter((f) => f.endsWith('.md')).map((f) => folder + f.slice(0, -3)).sort()
const others = names('').filter((name) => !known.has(name) && name !== 'README')
if (others.length) book.push(part('More', others))
book.push(part('Decisions', names('decisions/'), true))

// A link that leaves docs/, or to a folder, leads to the repository.
const linksOutside = (md) =>
  md.core.ruler.push('links-outside', (state) => {
    for (const block of state.tokens)
      for (const token of block.children ?? []) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null
        if (!href || /^([a-z]+:|#)/.test(href)) continue
        const path = posix.join('docs', posix.dirname(state.env.relativePath ?? ''), href)
        if (!path.startsWith('docs/') || path.endsWith('/')) token.attrSet('href', repository + path)
      }
  })

export default defineConfig({
  title: 'Corridor',
  description: 'Monte Carlo projections of the trade between two countries',
  lang: 'en',
  srcDir: './target/docs',
  outDir: './target/site',
  cacheDir: './target/vitepress',
  rewrites: { 'README.md': 'index.md' },
  markdown: { config: linksOutside },
  themeConfig: {
    search: { provider: 'local' },
    nav: [{ text: 'Gallery', link: '/gallery/index.html', target: '_self' }, { text: 'Javadoc', link: '/apidocs/index.html', target: '_self' }],
    sidebar: book,
    outline: [2, 3],
  },
})
