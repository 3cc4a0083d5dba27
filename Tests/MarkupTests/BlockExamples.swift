/// Documents that are hard on block structure: every section of CommonMark's specification of blocks.
enum BlockExamples {
    static let all: [String] = [
        tabs, precedence, thematicBreaks, atxHeadings, setextHeadings, indentedCode, fencedCode, htmlBlocks,
        htmlStarts, htmlEnds, paragraphs, blankLines, definitions, blockQuotes, listItems, moreListItems,
        lists, laziness, bytes,
    ].flatMap(\.self)

    private static let tabs = [
        "\tcode\tblock\n", "  \tcode\n", "    a\ta\n", "  - item\n\n\tsame item\n",
        "- item\n\n\t\tcode in the item\n", ">\t\tcode in the quote\n", "-\t\tcode in the item\n",
        "    code\n\tcode\n", " - one\n   - two\n\t - three\n", "#\theading\n", "*\t*\t*\t\n",
        "-\ta\n\n\tb\n", "1.\ta\n\n\tb\n", ">\ta\n>\n>\tb\n",
    ]

    private static let precedence = [
        "- `one\n- two`\n", "> `a\nb`\n", "# `a\n# b`\n",
    ]

    private static let thematicBreaks = [
        "***\n---\n___\n", "+++\n", "===\n", "--\n**\n__\n", " ***\n  ***\n   ***\n", "    ***\n",
        "text\n    ***\n", "_____________________________________\n", " - - -\n", " **  * ** * ** * **\n",
        "-     -      -      -\n", "- - - -    \n", "_ _ _ _ a\n\na------\n\n---a---\n", " *-*\n",
        "- one\n***\n- two\n", "text\n***\ntext\n", "text\n---\ntext\n", "* one\n* * *\n* two\n",
        "- one\n- * * *\n", "- - -\n- - - -\n---\n",
    ]

    private static let atxHeadings = [
        "# one\n## two\n### three\n#### four\n##### five\n###### six\n", "####### seven\n",
        "#7 chew\n\n#hashtag\n", "\\## no heading\n", "# one *two*\n",
        "#                  one                     \n", " ### one\n  ## two\n   # three\n", "    # code\n",
        "text\n    # text\n", "## one ##\n  ###   two    ###\n",
        "# one ##################################\n", "### one ### b\n", "# one#\n", "****\n## one\n****\n",
        "text\n# heading\ntext\n", "## \n#\n### ###\n", "- # heading\n- ## heading\n  text\n",
        "> # heading\n# heading\n",
    ]

    private static let setextHeadings = [
        "Heading\n=======\n\nHeading\n-------\n", "Two\nlines\n====\n", "  Two\nlines\t\n====\n",
        "Heading\n-------------------------\n\nHeading\n=\n",
        "   Heading\n---\n\n  Heading\n-----\n\n  Heading\n  ===\n", "    code\n    ---\n\n    text\n---\n",
        "Heading\n   ----      \n", "Heading\n    ---\n", "Text\n= =\n\nText\n--- -\n",
        "Heading  \n-----\n", "Heading\\\n----\n", "> quote\n-----\n", "> text\nlazy\n===\n",
        "- item\n---\n", "Text\nHeading\n---\n", "---\nHeading\n---\nText\n", "\n====\n", "---\n---\n",
        "- item\n-----\n", "    code\n---\n", "> quote\n-----\n",
        "- Heading\n  ===\n- Heading\n  ---\n- text\n---\n", "- a\n-\n  b\n", "text\n-\ntext\n",
        "text\n=\n=\n", "> Heading\n> ===\n", "Text\n\n---\nText\n",
    ]

    private static let indentedCode = [
        "    code\n      more\n", "  - item\n\n    text\n", "1.  item\n\n    - item\n",
        "    <a/>\n    *hi*\n\n    - one\n", "    one\n\n    two\n  \n \n \n    three\n",
        "    one\n      \n      two\n", "text\n    text\n", "    code\ntext\n",
        "# heading\n    code\nheading\n------\n    code\n----\n", "        code\n    code\n",
        "\n    \n    code\n    \n\n",
    ]

    private static let fencedCode = [
        "```\n<\n >\n```\n", "~~~\n- no item\n~~~\n", "``\nno fence\n``\n",
        "```\naaa\n~~~\n- a\n```\n- b\n", "~~~\naaa\n```\n~~~\n- b\n", "````\naaa\n```\n``````\n- b\n",
        "~~~~\naaa\n~~~\n~~~~\n", "```\n", "`````\n\n```\naaa\n", "> ```\n> aaa\n\nbbb\n",
        "```\n\n  \n```\n", "```\n```\n", " ```\n aaa\naaa\n```\n",
        "   ```\n   aaa\n    aaa\n  aaa\n   ```\n", "    ```\n    aaa\n    ```\n", "```\naaa\n  ```\n- a\n",
        "   ```\naaa\n  ```\n- a\n", "```\naaa\n    ```\n- a\n", "``` ```\naaa\n", "~~~~~~\naaa\n~~~ ~~\n",
        "text\n```\n- no item\n```\ntext\n", "text\n---\n~~~\n# no heading\n~~~\n# heading\n",
        "```swift\nlet a = 1\n```\n", "~~~~    swift line=3 %@#\n- no\n~~~~~~~\n- yes\n",
        "````;\n````\n", "``` aa ```\naaa\n", "~~~ aa ``` ~~~\naaa\n~~~\n", "```\n``` aaa\n```\n- a\n",
        "- ```\n  - no item\n  ```\n- item\n", "- ```\n- item\n", "> ~~~\n> - no\n> ~~~\n> - yes\n",
        "1. ```\n   a\n\n   b\n   ```\n2. c\n",
    ]

    private static let htmlBlocks = [
        "<table><tr><td>\n<pre>\n**hunch**,\n\n_spit_.\n</pre>\n</td></tr></table>\n",
        " <div>\n  *hello*\n         <one><a>\n", "</div>\n*one*\n",
        "<DIV CLASS=\"one\">\n\n*Markdown*\n\n</DIV>\n", "<div id=\"one\"\n  class=\"two\">\n</div>\n",
        "<div id=\"one\" class=\"two\n  three\">\n</div>\n", "<div>\n- no item\n\n- item\n",
        "<div id=\"one\"\n- no item\n", "<div class\none\n", "<div *???-&&&-<---\n- no item\n",
        "<div><a href=\"two\">- one</a></div>\n", "<table><tr><td>\none\n</td></tr></table>\n",
        "<div></div>\n```\n- no item\n```\n", "<a href=\"a\">\n- no item\n</a>\n",
        "<Warning>\n- no item\n</Warning>\n", "<i class=\"one\">\n- no item\n</i>\n", "</ins>\n- no item\n",
        "<del>\n- no item\n</del>\n", "<del>\n\n- item\n\n</del>\n", "<del>- text</del>\n",
        "<pre lang=\"swift\"><code>\n- no item\n\n- no item\n</code></pre>\n- item\n",
        "<script type=\"text/javascript\">\n// - no\n\n- no\n</script>\n- item\n",
        "<textarea>\n\n- no\n\n</textarea>\n- item\n",
        "<style\n  type=\"text/css\">\n- no\n\n- no\n</style>\n- item\n",
        "<style\n  type=\"text/css\">\n\n- no\n", "> <div>\n> - no\n\n- item\n", "- <div>\n- item\n",
        "<style>p{}</style>\n- item\n", "<!-- one -->- text\n- item\n",
        "<script>\n- no\n</script>1. text\n- item\n", "<!-- One\n\n- no\n   -->\n- item\n",
        "<?php\n\n  - no\n\n?>\n- item\n", "<!DOCTYPE html>\n- item\n", "<!DOCTYPE\n- no\nhtml>\n- item\n",
        "<![CDATA[\n- no\n\n  - no\n]]>\n- item\n", "<![cdata[\n- no\n]]>\n- item\n",
        "  <!-- one -->\n\n    <!-- one -->\n", "  <div>\n\n    <div>\n", "text\n<div>\n- no\n</div>\n",
        "<div>\n- no\n</div>\n*one*\n", "text\n<a href=\"two\">\n- item\n", "<div>\n\n- item\n\n</div>\n",
        "<table>\n\n<tr>\n\n<td>\n- no\n</td>\n\n</tr>\n\n</table>\n",
        "<table>\n\n  <tr>\n\n    <td>\n      - code\n    </td>\n",
    ]

    private static let htmlStarts = [
        "<a>\n- no\n", "<a b=c d='e' f=\"g\" h>\n- no\n", "<a b=c>d\n- item\n", "<a/>\n- no\n",
        "</a >\n- no\n", "</a b>\n- item\n", "<a[b]>\n- item\n", "<a b=[c]>\n- no\n",
        "<a b=\"[c]*_\">\n- no\n", "<a_b>\n- item\n", "<a-b>\n- no\n", "<_a>\n- item\n",
        "<a _b:c.d-e=f>\n- no\n", "<a *b>\n- item\n", "<é>\n- item\n", "<a é>\n- item\n", "<a b=é>\n- no\n",
        "<a b=c<d>\n- item\n", "<a b=`c`>\n- item\n", "<a b=\"<c>\">\n- no\n",
        "<https://example.org>\n- item\n", "<a@b.c>\n- item\n", "<divx>\n- no\n", "<div/>\n- no\n",
        "<div/\n- no\n", "<prex>\n\n- item\n", "<pre\n\n- no\n", "<pre>a</pre>\n- item\n",
        "<pre>a</PRE>\n- item\n", "<pre>\na</script>\n- item\n", "<pre>\n> a</script>\n- item\n",
    ]

    private static let htmlEnds = [
        "<!--a\n--\n- no\n-->\n", "<!-->\n- item\n", "<!--->\n- item\n", "<!---->\n- item\n",
        "<?>\n- no\n?>\n- item\n", "<??>\n- item\n", "<!a\n?>\n- item\n", "<!\n- item\n", "<!1\n- item\n",
        "<!a>\n- item\n", "<![CDATA[]]>\n- item\n", "<![CDATA[ ]>\n- no\n]]]>\n- item\n",
        "<!--\na --->\n- item\n", "<!--\na-->b<!--\n- item\n", "<?\na?>b<?\n- item\n",
        "- <!--\n  a\n\n  b\n- item -->\n", "> <?\n> a\n?>\n- item\n",
        "<script>\n<style>\n</style>\n- item\n", "<div\n\n<!--\n\n- no\n", "x <!--\n- item\n-->\n",
        "<h1>\n- no\n</h1>\n\n- item\n", "<hr>\n- no\n", "<search>\n- ?\n", "<source>\n- no\n",
        "<center>\n- no\n\n- yes\n", "<a\u{A0}b>\n- item\n", "<a\u{B}b>\n- ?\n", "<a\u{C}b>\n- ?\n",
        "<div\u{B}>\n- ?\n",
    ]

    private static let paragraphs = [
        "aaa\n\nbbb\n", "aaa\nbbb\n\nccc\nddd\n", "aaa\n\n\nbbb\n", "  aaa\n bbb\n",
        "aaa\n             bbb\n                                       ccc\n", "   aaa\nbbb\n",
        "    aaa\nbbb\n", "aaa     \nbbb     \n", "aaa\u{B}bbb\u{C}\n", "é\n\n結論 😀\n", "\u{A0}- text\n",
        "\\- text\n", "&#45; text\n",
    ]

    private static let blankLines = [
        "  \n\naaa\n  \n\n# aaa\n\n  \n", "\n", "\n\n\n", " \t \n", "", "\u{B}\n- item\n",
        "\u{C}\n- item\n",
    ]

    private static let definitions = [
        "[one]: /url \"title\"\n\n- [one]\n",
        "   [one]: \n      /url  \n           'the title'  \n\n[one]\n", "[one]: /url\n- item\n",
        "[one]: /url\n===\n", "- [chew]: text\n- text\n", "- [chew]: /url\n  text\n", "> [one]: /url\n",
        "text\n[one]: /url\n", "[one]: /url 'title\n- item\n", "[one]:\n\n- item\n",
        "[a]: b\n[c]: d\n# e\n",
    ]

    private static let blockQuotes = [
        "> # One\n> two\n> three\n", "># One\n>two\n> three\n", "   > # One\n   > two\n > three\n",
        "    > # One\n    > two\n", "> # One\n> two\nthree\n", "> two\nthree\n> one\n", "> one\n---\n",
        "> - one\n- two\n", ">     one\n    two\n", "> ```\none\n```\n", "> one\n    - two\n", ">\n",
        ">\n>  \n> \n", ">\n> one\n>  \n", "> one\n\n> two\n", "> one\n> two\n", "> one\n>\n> two\n",
        "one\n> two\n", "> aaa\n***\n> bbb\n", "> two\nthree\n", "> two\n\nthree\n", "> two\n>\nthree\n",
        "> > > one\ntwo\n", ">>> one\n> two\n>>three\n", ">     code\n\n>    not code\n",
        "> - a\n>   b\nc\n> d\n", ">- a\n>- b\n", "> a\n> > b\nc\n>> d\n> - e\n",
    ]

    private static let listItems = [
        "text\ntext\n\n    code\n\n> quote\n", "1.  text\n    text\n\n        code\n\n    > quote\n",
        "- one\n\n two\n", "- one\n\n  two\n", " -    one\n\n     two\n", " -    one\n\n      two\n",
        "   > > 1.  one\n>>\n>>     two\n", ">>- one\n>>\n  >  > two\n", "-one\n\n2.two\n",
        "- one\n\n\n  two\n", "1.  one\n\n    ```\n    two\n    ```\n\n    three\n\n    > five\n",
        "- One\n\n      two\n\n\n      three\n", "123456789. ok\n", "1234567890. not ok\n", "0. ok\n",
        "003. ok\n", "-1. not ok\n", "- one\n\n      two\n", "  10.  one\n\n           two\n",
        "    code\n\ntext\n\n    code\n", "1.     code\n\n   text\n\n       code\n",
        "1.      code\n\n   text\n", "   one\n\ntwo\n", "-    one\n\n  two\n", "-  one\n\n   two\n",
        "-\n  one\n-\n  ```\n  two\n  ```\n-\n      three\n", "-   \n  one\n", "-\n\n  one\n",
        "- one\n-\n- two\n", "- one\n-   \n- two\n", "1. one\n2.\n3. two\n", "*\n", "one\n*\n\none\n1.\n",
        " 1.  text\n     text\n\n         code\n\n     > quote\n",
    ]

    private static let moreListItems = [
        "    1.  text\n        text\n", "  1.  text\nlazy\n\n          code\n\n      > quote\n",
        "  1.  text\n    lazy\n", "> 1. > quote\nlazy\n",
        "> 1. > quote\n> lazy\n", "- one\n  - two\n    - three\n      - six\n",
        "- one\n - two\n  - three\n   - six\n", "10) one\n    - two\n", "10) one\n   - two\n", "- - one\n",
        "1. - 2. one\n", "- # One\n- Two\n  ---\n  three\n", "- [ ] a\n- [x] b\n", "-\u{A0}text\n",
        "+ a\n+ b\n* c\n", "1) a\n1. b\n2. c\n", "text\n2. text\n", "text\n1. item\n", "text\n- item\n",
        "text\n-\n", "text\n*\n+ item\n", "-\n\n\n- a\n", "- \n  - a\n", "-\t- a\n-\tb\n",
        "- a\n\t- b\n\t\t- c\n", "1.\t1.\ta\n", "- a\n\n\n\n      code\n", "- a\n      text\n",
        "- a\n> b\n- c\n", "- > a\n  > b\n  c\n- d\n", "- a\n  # b\n  c\n", "-     code\n",
        "-      code\n\n  a\n", "- ---\n", "- ===\n", "- *\n", "- +\n", "- -\n  a\n", "- 1.\n  a\n",
        "1. 1) - + * a\n",
    ]

    private static let lists = [
        "- one\n- two\n+ three\n", "1. one\n2. two\n3) three\n", "One\n- two\n- three\n",
        "There were\n14.  text\n", "The number is\n1.  item\n", "- one\n\n- two\n\n\n- three\n",
        "- one\n  - two\n    - three\n\n\n      four\n", "- one\n- two\n\n<!-- -->\n\n- three\n- four\n",
        "-   one\n\n    notcode\n\n-   one\n\n<!-- -->\n\n    code\n",
        "- a\n - b\n  - c\n   - d\n  - e\n - f\n- g\n", "1. a\n\n  2. b\n\n   3. c\n",
        "- a\n - b\n  - c\n   - d\n    - e\n", "1. a\n\n  2. b\n\n    3. c\n", "- a\n- b\n\n- c\n",
        "* a\n*\n\n* c\n", "- a\n- b\n\n  c\n- d\n", "- a\n- b\n\n  [ref]: /url\n- d\n",
        "- a\n- ```\n  b\n\n\n  ```\n- c\n", "- a\n  - b\n\n    c\n- d\n", "* a\n  > b\n  >\n* c\n",
        "- a\n  > b\n  ```\n  c\n  ```\n- d\n", "- a\n", "- a\n  - b\n",
        "1. ```\n   one\n   ```\n\n   two\n", "* one\n  * two\n\n  three\n",
        "- a\n  - b\n  - c\n\n- d\n  - e\n  - f\n",
    ]

    private static let laziness = [
        "- a\nb\n", "- a\n b\n- c\nd\n  e\n", "> a\nb\n\nc\n", "> - a\nb\n> c\n>   d\n", "- > a\nb\n  c\n",
        "> > a\n> b\nc\n# d\n", "1. a\nb\n2. c\n", "> a\n    b\n", "- a\n    b\n", "> a\n===\n",
        "> a\n- b\n", "- a\n1) b\n", "- a\n***\n", "- a\n```\nb\n```\n", "- a\n<div>\n- b\n",
        "- a\n<b>\n- c\n", "> a\n<!--\nb -->\n", "> a\n\tb\n\t> c\n", "> 1. a\n  b\n   c\n> 2. d\n",
        "- a\n\n b\n", "> ~~~\na\n", "- a\n>b\n", "> a\n>b\n>  c\n> > d\ne\n",
    ]

    private static let bytes = [
        "a\u{0}b\n- c\n", "\u{0}- a\n", "-\u{0}a\n", "- \u{0}\n", "- a\u{0}\n  b\n", "\u{FEFF}- a\n",
        "\u{FEFF}# a\n- b\n", "\u{FEFF}---\n", "- \u{FEFF}- a\n", "- é\n  - 😀\n    - 結論\n", "#\u{A0}a\n",
        "#\u{2003}a\n", "a\u{2028}- b\n", "a\u{85}- b\n", "\u{660}. a\n",
    ]

    /// What random documents are made of.
    static let pieces: [[UInt8]] =
        [
            "\n", "\n", "\n", "\n\n", "\r\n", "\r", " ", "  ", "   ", "    ", "\t", "-", "- ", "- ", "+ ",
            "* ", "*", "_",
            "=", "===", "---", "***", "_ _ _", "> ", ">", "> ", "# ", "#", "## a", "1. ", "1) ", "2. ", "12",
            ".", ")",
            "`", "```", "````", "~~~", "~", "<", ">", "<!--", "-->", "--", "<?", "?>", "?", "<!a", "<!",
            "<![CDATA[",
            "<![cdata[", "]]>", "]", "[", "[a]: b", "<div>", "</div>", "<div", "<a>", "<a ", "b=\"c\"", "b='",
            "</a>", "/>",
            "<pre>", "</pre>", "<script", "</script>", "<style>", "</STYLE>", "<textarea>", "</textarea>",
            "/", "a", "a",
            "x y", "é", "😀", "\\", "&", "!", ":", "\"", "'", "\u{B}", "\u{C}", "\u{0}", "\u{FEFF}", "\u{A0}",
        ].map { Array($0.utf8) } + [[0xFF], [0x80], [0xE9]]
}
