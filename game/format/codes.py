"""The one table of all findings: code, severity, and what is said in Japanese and in English.

Longer than 300 lines because it is one table, to be read and translated as one; nothing is computed
here. A sentence's names in braces are filled in by whoever finds the thing; both languages use the same
ones. The hint says how to mend it. A new finding anywhere in the program is a new entry here.
"""

from typing import Final, Literal, NamedTuple

Lang = Literal["ja", "en"]
Severity = Literal["fault", "advice"]


class Code(NamedTuple):
    """One kind of finding and its words; templates for ``str.format`` with named fields."""

    severity: Severity
    ja: str
    ja_hint: str
    en: str
    en_hint: str


def _fault(ja: str, ja_hint: str, en: str, en_hint: str) -> Code:
    return Code("fault", ja, ja_hint, en, en_hint)


def _advice(ja: str, ja_hint: str, en: str, en_hint: str) -> Code:
    return Code("advice", ja, ja_hint, en, en_hint)


_QUOTE_JA: Final = (
    '一つの文なら、全体を " で囲みます（say: "注意: これは例です"）。'
    "項目が二つなら行を分け、{{ }} の中ではカンマで区切ります。"
)
_QUOTE_EN: Final = (
    'If it is one text, put it in double quotes, as in say: "Note: an example"; '
    "two keys want two lines, or in {{ }} a comma."
)

_FILE: Final = {
    "too-large": _fault(
        "ファイルが大きすぎます（{size} MB）。{most} MB まで読めます。",
        "シナリオの YAML ファイルか確かめてください。長いシナリオは `continues` で分けられます。",
        "The file is too large ({size} MB); up to {most} MB can be read.",
        "Check that this is a scenario's YAML file. A long story can be split with `continues`.",
    ),
    "empty-file": _fault(
        "ファイルに何も書かれていません。",
        "`shinyo new 名前.yaml` で、そのまま遊べるシナリオを書き出せます。"
        "手引き（docs/authoring.ja.md）の例を写してもかまいません。",
        "The file is empty.",
        "`shinyo new NAME.yaml` writes a scenario that plays, and so do the examples of docs/authoring.md.",
    ),
    "encoding-utf16": _fault(
        "文字コードが {encoding} です。",
        "エディターの「名前を付けて保存」で、文字コードに UTF-8 を選んで保存し直してください。",
        "The file is encoded as {encoding}.",
        'Save it again as UTF-8 ("Save as…", encoding UTF-8).',
    ),
    "encoding-japanese": _fault(
        "文字コードが {encoding} のようです。",
        "エディターの「名前を付けて保存」で、文字コードに UTF-8 を選んで保存し直してください。",
        "The file seems to be encoded as {encoding}.",
        'Save it again as UTF-8 ("Save as…", encoding UTF-8).',
    ),
    "not-text": _fault(
        "テキストファイルではありません（{what}）。",
        "シナリオは、メモ帳や VS Code などで書くふつうのテキスト（UTF-8）です。"
        "ワープロで書いた文章は、そこへ貼り付けて、名前の終わりを .yaml にして保存してください。",
        "This is not a text file ({what}).",
        "A scenario is plain text in UTF-8, as Notepad or VS Code write it. Paste there what was written "
        "elsewhere, and save it under a name that ends in .yaml.",
    ),
    "broken-utf8": _fault(
        "UTF-8 として読めない文字があります。",
        "この行を打ち直し、UTF-8 で保存し直してください。",
        "There is a character here that is not valid UTF-8.",
        "Type this line anew and save the file as UTF-8.",
    ),
    "control-character": _fault(
        "目に見えない制御文字（{name}）が入っています。",
        "貼り付けたときに混ざったものです。この位置の文字を消してください。",
        "There is an invisible control character ({name}) here.",
        "It came in with a paste; delete the character at this place.",
    ),
    "long-line": _fault(
        "この行は長すぎます（1行は{most}文字まで）。",
        "行の途中で改行してください。人の書いた文なら、これほど長い行にはなりません。",
        "This line is too long (at most {most} characters in one line).",
        "Break it into several. No line that a person wrote is so long.",
    ),
    "too-deep": _fault(
        "入れ子が深すぎます（{most}段まで）。",
        "括弧の閉じ忘れがないか確かめてください。シナリオに深い入れ子は要りません。",
        "The nesting is too deep (at most {most} levels).",
        "Look for a bracket that was never closed; a scenario needs no deep nesting.",
    ),
    "too-many-parts": _fault(
        "ファイルの中身が多すぎます（{most}個まで）。",
        "長いシナリオは `continues` で分けてください。",
        "The file holds too many parts (at most {most}).",
        "Split a long story with `continues`.",
    ),
    "too-many-findings": _fault(
        "ほかに{count}件あります。",
        "上のものから直して、もう一度確かめてください。",
        "There are {count} more findings.",
        "Mend the ones above and check again.",
    ),
}

_YAML: Final = {
    "alias": _fault(
        "`*{name}` は別の場所の写し（エイリアス）と読まれます。シナリオでは使えません。",
        '文字として書きたいときは全体を " で囲み、同じ内容は繰り返して書いてください。',
        "`*{name}` is read as a copy of another place (an alias); scenarios do not use those.",
        "Put the text in double quotes if you mean the characters; otherwise write the thing out again.",
    ),
    "anchor": _fault(
        "`&{name}` は目印（アンカー）と読まれます。シナリオでは使えません。",
        '文字として書きたいときは全体を " で囲んでください。',
        "`&{name}` is read as a mark (an anchor); scenarios do not use those.",
        "Put the text in double quotes if you mean the characters.",
    ),
    "tag": _fault(
        "`{name}` は型の指定（タグ）と読まれます。シナリオでは使えません。",
        '文が ! で始まるときは全体を " で囲んでください。',
        "`{name}` is read as a type (a tag); scenarios do not use those.",
        "Put a text that begins with ! in double quotes.",
    ),
    "merge-key": _fault(
        "`<<` による取り込みは使えません。",
        "同じ内容は繰り返して書いてください。",
        "Merging with `<<` is not supported.",
        "Write the thing out again.",
    ),
    "complex-key": _fault(
        "`:` の前（キー）には、短い名前だけを書けます。",
        '文の中の {{ }} [ ] や ? で始まる行は、全体を " で囲んでください。',
        "Only a short name can stand before the `:`.",
        "Put a text that begins with {{ [ or ? in double quotes.",
    ),
    "empty-key": _fault(
        "`:` の前にキー（名前）がありません。",
        "行の先頭の `:` を消すか、キーを書いてください。",
        "There is no key before the `:`.",
        "Delete the `:` at the beginning or write the key.",
    ),
    "second-document": _fault(
        "ここから二つ目の文書が始まっています。一つのファイルにシナリオは一つです。",
        "上か下の要らないほうを消すか、別のファイルに分けてください。"
        "`---` が区切り線なら、その行だけを消します。",
        "A second document begins here; a file holds one scenario.",
        "Delete what is not wanted, above or from here on, or use another file; of a mere `---`, the line.",
    ),
    "duplicate-key": _fault(
        "`{key}` が二度書かれています（最初は{first}行目）。",
        "片方を消すか、名前を変えてください。",
        "`{key}` is written twice (first in line {first}).",
        "Delete one of them or rename it.",
    ),
    "cut-at-comma": _fault(
        "{{ }} の中の文が、半角のカンマ「,」で切れています（`{rest}` が外れました）。",
        '文全体を " で囲んでください。例：{{customer: "はい、1,200円です"}}',
        "Within {{ }} the text was cut at a comma (`{rest}` fell off).",
        'Put the text in double quotes, as in {{customer: "Yes, 1,200 yen"}}.',
    ),
    "cut-at-hash": _fault(
        "空白のあとの `#` から右がコメントとみなされ、文が切れています（`{rest}`）。",
        '文の一部なら全体を " で囲み、コメントなら `# ` のように # のあとに空白を入れてください。',
        "The text is cut: from ` #` on, the rest of the line is a comment (`{rest}`).",
        "Put the text in double quotes; for a comment put a space after the #.",
    ),
    "colon-in-text": _fault(
        "文の途中の半角「: 」が、キーの区切りと読まれました。",
        _QUOTE_JA,
        'The ": " within the text was read as the end of a key.',
        _QUOTE_EN,
    ),
    "bad-indent": _fault(
        "字下げ（行頭の空白）がそろっていません。",
        "同じ並びのものは行頭の空白の数をそろえ、中身は半角の空白を2つ下げてください。",
        "The indentation does not line up.",
        "Things of one level begin in the same column; what is inside is indented by two spaces.",
    ),
    "tab": _fault(
        "字下げにタブ文字が使われています。",
        "タブを半角の空白2つに置き換えてください。",
        "A tab is used for indentation.",
        "Replace each tab by two spaces.",
    ),
    "wide-space": _fault(
        "半角の空白が要るところに、全角などの特別な空白があります。",
        "この位置の空白を、半角の空白に打ち直してください。",
        "There is a wide or no-break space where an ordinary one is wanted.",
        "Type it anew as an ordinary space.",
    ),
    "wide-sign": _fault(
        "「{sign}」は、ここでは区切りの記号になりません。",
        '半角の「{meant}」に打ち直してください。文の一部なら、文全体を " で囲みます。',
        "`{sign}` is no sign here, however much it looks like one.",
        "Type an ordinary `{meant}` instead; a text that holds it goes in double quotes.",
    ),
    "dash-space": _fault(
        "`-` のあとに空白がありません。",
        "並びの一項目は `- ` です。`-` のあとに半角の空白を一つ入れてください。",
        "There is no space after the `-`.",
        "An item of a list begins with `- `: put a space after the dash.",
    ),
    "missing-dash": _fault(
        "ここから次の項目のようですが、行頭に `- ` がありません。",
        "並びの項目は、どれも `- ` で始めます。一つ目の項目も同じです。ほかの項目とそろえて書いてください。",
        "A new item seems to begin here, but there is no `- ` before it.",
        "Every item of a list begins with `- `, the first one too, all in one column.",
    ),
    "code-fence": _fault(
        "「{sign}」の行は、例を囲む印で、シナリオの中身ではありません。",
        "この行と、終わりにある同じ印の行を消してください。",
        "A line of {sign} frames an example; it is no part of the scenario.",
        "Delete this line and the one like it at the end.",
    ),
    "wide-colon": _fault(
        "コロンが全角「：」です。キーのあとは半角の「: 」（コロンと空白）です。",
        "「：」を半角の「: 」に直してください。",
        "The colon is a full-width one (：); after a key stands an ordinary colon and a space.",
        "Replace it by `: `.",
    ),
    "unclosed-quote": _fault(
        "ここで始まる引用符 {quote} が閉じられていません。",
        "文の終わりに同じ {quote} を書いてください。文の中の {quote} は「」などに置き換えます。",
        "The quote {quote} that begins here is never closed.",
        "Write the same {quote} at the end of the text, and use other quotes within it.",
    ),
    "unclosed-bracket": _fault(
        "ここで始まる括弧 `{bracket}` が閉じられていないか、途中に書けない記号があります。",
        '対になる括弧で閉じてください。文の中に , : {{ }} [ ] があるときは、文を " で囲みます。',
        "The bracket `{bracket}` that begins here is not closed, or something within cannot stand there.",
        "Close it; put texts that hold , : {{ }} [ or ] in double quotes.",
    ),
    "lone-bracket": _fault(
        "閉じ括弧 `{bracket}` に対応する開き括弧がありません。",
        '余分な括弧を消すか、文全体を " で囲んでください。',
        "The `{bracket}` closes nothing.",
        "Delete it, or put the whole text in double quotes.",
    ),
    "text-after-quote": _fault(
        "引用符で閉じたあとに文字が続いています。",
        "引用符で文全体を囲むか、外側をもう一方の引用符（' または \"）にしてください。",
        "There is text after the closing quote.",
        "Put the whole text in quotes, using the other kind (' or \") outside.",
    ),
    "text-after-bracket": _fault(
        "{{ }} や [ ] で閉じたあとに文字が続いています。",
        "並びの項目なら、あいだに半角のカンマ「,」を入れてください。"
        '一つの文なら、全体を " で囲みます。例：say: "{{trainee}}さん、どうも"',
        "There is text after a closing bracket.",
        "Between two items of a list put a comma. "
        'One text goes in double quotes, as in say: "{{trainee}}, hello".',
    ),
    "special-start": _fault(
        "`{char}` は YAML の記号なので、引用符なしの文の先頭には書けません。",
        '文全体を " で囲んでください。',
        "`{char}` is a sign of YAML; an unquoted text cannot begin with it.",
        "Put the whole text in double quotes.",
    ),
    "unquoted-braces": _fault(
        "`{{{name}}}` が文ではなく「キー: 値」の組と読まれました。",
        '文全体を " で囲んでください。例：say: "{{trainee}}さん、どうも"',
        "`{{{name}}}` was read as a mapping, not as text.",
        'Put the whole text in double quotes, as in say: "{{trainee}}, hello".',
    ),
    "colon-space": _fault(
        "コロンのあとに空白がありません。",
        "`キー: 値` のように、半角のコロンのあとに半角の空白を入れてください。",
        "There is no space after the colon.",
        "Write `key: value`, with a space after the colon.",
    ),
    "missing-colon": _fault(
        "この行には「キー: 値」の `: ` がありません。",
        "`キー: 値` の形にするか、前の行の続きなら前の行より深く字下げしてください。",
        "There is no `: ` in this line.",
        "Write it as `key: value`, or indent it more than the line it continues.",
    ),
    "dash-not-allowed": _fault(
        "ここに `- ` は書けません。",
        "場面など、名前で始まる行なら `- ` を消してください。"
        '並びは次の行に字下げして書き、- で始まる文は全体を " で囲みます。',
        "A `- ` cannot stand here.",
        "Scenes and keys have no dash: delete it. A list begins on the next line, indented; "
        "a text that begins with - stands in double quotes.",
    ),
    "bad-escape": _fault(
        '" の中の `\\` は特別な意味を持つので、この書き方はできません。',
        "`\\` を消すか `\\\\` と重ねるか、' で囲んでください。",
        "Within double quotes a `\\` has a meaning of its own, and this is none it knows.",
        "Write `\\\\`, or use single quotes.",
    ),
    "directive": _fault(
        "`%` で始まる行は、ここには書けません。",
        'この行を消すか、文なら全体を " で囲んでください。',
        "A line that begins with `%` cannot stand here.",
        "Delete it; put a text in double quotes.",
    ),
    "yaml-syntax": _fault(
        "この辺りを YAML として読めません。",
        "引用符や括弧の閉じ忘れ、字下げ、`: ` の抜けを確かめてください。",
        "This part cannot be read as YAML.",
        "Look for an unclosed quote or bracket, the indentation, or a missing `: `.",
    ),
}

_SHAPE: Final = {
    "not-a-scenario": _fault(
        "シナリオの形になっていません。`キー: 値` の並びが必要です。",
        "手引き（docs/authoring.ja.md）の最初の例と見比べてください。",
        "This is not a scenario: a scenario is a list of `key: value` lines.",
        "Compare it with the first example of the guide, docs/authoring.md.",
    ),
    "foreign-keys": _fault(
        "シナリオの項目が一つもありません。別の用途のファイルのようです。",
        "ファイルを取り違えていないか確かめてください。書き方は手引き（docs/authoring.ja.md）にあります。",
        "Nothing in this file belongs to a scenario; it seems to be there for something else.",
        "Check that it is the file you mean. The guide, docs/authoring.md, tells how one is written.",
    ),
    "unknown-key": _fault(
        "`{key}` という項目はここにはありません。",
        "書けるのは：{known}",
        "There is no `{key}` here.",
        "What can stand here: {known}",
    ),
    "newer-key": _advice(
        "`{key}` はこの版では分からない項目なので、読み飛ばしました。",
        "新しい版の書式です。このゲームを更新すると使えます。",
        "`{key}` is not known to this version and was passed over.",
        "It comes from a newer format; update the game to use it.",
    ),
    "missing-key": _fault(
        "`{key}` がありません。",
        "`{key}:` を書き足してください（ここに書くもの：{what}）。",
        "`{key}` is missing.",
        "Add `{key}:` here; it holds: {what}.",
    ),
    "empty-value": _fault(
        "`{key}` のあとに何も書かれていません。",
        "値を書いてください。要らない項目なら、行ごと消します。",
        "Nothing stands after `{key}`.",
        "Write the value; a key that is not needed goes with its line.",
    ),
    "expected-text": _fault(
        "`{key}` には文か名前を一つ書きます。",
        '[ ] や {{ }} で始まる文は、全体を " で囲んでください。',
        "`{key}` takes one text or name.",
        "Put a text that begins with [ or {{ in double quotes.",
    ),
    "expected-mapping": _fault(
        "`{key}` には「キー: 値」の組を書きます。",
        "書けるのは：{known}",
        "`{key}` takes `key: value` pairs.",
        "What can stand here: {known}",
    ),
    "expected-list": _fault(
        "`{key}` には項目の並びを書きます。",
        "各項目の行頭に `- ` を付けるか、[ ] で囲んでください。",
        "`{key}` takes a list.",
        "Put `- ` before each item, or put the items in [ ].",
    ),
    "not-a-number": _fault(
        "`{key}` には整数を書きます（`{value}` は整数ではありません）。",
        "例：12",
        "`{key}` takes a whole number; `{value}` is none.",
        "For example 12.",
    ),
    "not-yes-no": _fault(
        "`{key}` には true か false を書きます（`{value}` とあります）。",
        "はい・いいえ、yes・no とも書けます。",
        "`{key}` takes true or false; it says `{value}`.",
        "yes and no will do as well.",
    ),
    "too-small": _fault(
        "`{key}` は {least}以上です（`{value}` とあります）。",
        "",
        "`{key}` is at least {least}; it says `{value}`.",
        "",
    ),
    "too-big": _fault(
        "`{key}` は {most}以下です（`{value}` とあります）。",
        "",
        "`{key}` is at most {most}; it says `{value}`.",
        "",
    ),
    "too-long": _fault(
        "`{key}` が長すぎます（{most}文字まで）。",
        "分けて書いてください。",
        "`{key}` is too long (at most {most} characters).",
        "Split it.",
    ),
    "too-few": _fault(
        "`{key}` には少なくとも一つ書きます。",
        "",
        "`{key}` needs at least one.",
        "",
    ),
    "unknown-value": _fault(
        "`{key}` に `{value}` は書けません。",
        "書けるのは：{known}",
        "`{key}` cannot be `{value}`.",
        "It can be: {known}",
    ),
    "bad-id": _fault(
        "`{value}` は名前（id）に使えません。",
        "id は文字・数字・_・- だけで、空白や「.」「,」は入れられません。",
        "`{value}` cannot be an id.",
        "An id has letters, digits, _ and - only; no spaces, dots or commas.",
    ),
    "numeric-choice-id": _fault(
        "選択肢の id `{value}` が数字だけです。",
        "番号と区別できるよう、文字を含む名前にしてください。",
        "The choice's id `{value}` is a number.",
        "Give it a name with letters, so that it is not taken for a place.",
    ),
    "bad-time": _fault(
        "`{value}` はいつのことか分かりません。",
        "例：3 days、3 business days、2 weeks、friday、2026-03-06、"
        "30 days after 場面、3日、3営業日、2週間、金曜",
        "`{value}` is no time that can be understood.",
        "For example: 3 days, 3 business days, 2 weeks, friday, 2026-03-06, 30 days after SCENE.",
    ),
    "bad-date": _fault(
        "`{value}` という日付はありません。",
        "例：2026-03-06",
        "There is no date `{value}`.",
        "For example 2026-03-06.",
    ),
    "bad-clock": _fault(
        "`{value}` は時刻として読めません。",
        "例：19:00",
        "`{value}` is no time of day.",
        "For example 19:00.",
    ),
    "time-too-long": _fault(
        "`{value}` は長すぎます（{most}日まで）。",
        "",
        "`{value}` is too long (at most {most} days).",
        "",
    ),
    "date-before-begin": _fault(
        "`{value}` は物語の始まり（begins）より前の日付です。",
        "`begins` かこの日付を直してください。",
        "`{value}` is before the day the story begins.",
        "Mend `begins` or this date.",
    ),
    "bad-begins": _fault(
        "`{value}` は日時として読めません。",
        "例：2026-03-03 10:20",
        "`{value}` is no date and time.",
        "For example 2026-03-03 10:20.",
    ),
    "bad-language": _fault(
        "`{value}` は言語コードではありません。",
        "例：ja、en",
        "`{value}` is no language.",
        "For example ja or en.",
    ),
    "old-format": _fault(
        "`format: {value}` は古い書式で、もう読めません。",
        "`format: 1` にして、示された箇所を直してください。",
        "`format: {value}` is an old format that is no longer read.",
        "Write `format: 1` and mend what is then shown.",
    ),
    "newer-format": _fault(
        "`format: {value}` は、このゲームより新しい書式です。",
        "ゲームを更新してください。このゲームが読めるのは format: 1 です。",
        "`format: {value}` is newer than this game.",
        "Update the game; this one reads format: 1.",
    ),
    "bad-format": _fault(
        "`format: {value}` は書式の番号ではありません。",
        "`format: 1` と書いてください。",
        "`format: {value}` is no format number.",
        "Write `format: 1`.",
    ),
    "one-move-each": _fault(
        "一つの項目に書けるのは一つの手です（{count}個あります）。",
        "`- ` で分けるか、[{{ask: a}}, {{inform: b}}] のように並べてください。",
        "One item is one move; here are {count}.",
        "Split them, as in [{{ask: a}}, {{inform: b}}].",
    ),
    "concedes-nothing": _fault(
        "`concede` に、値引き（percent）も無償の作業（work）もありません。",
        "例：concede: {{percent: 10, for: [interview]}}",
        "`concede` gives neither `percent` nor `work`.",
        "For example concede: {{percent: 10, for: [interview]}}.",
    ),
    "empty-condition": _fault(
        "条件が空です。",
        "例：when: {{knows: closing}}",
        "The condition is empty.",
        "For example when: {{knows: closing}}.",
    ),
    "empty-range": _fault(
        "`at_least` か `below` が必要です。",
        "例：{{credit: {{at_least: 10}}}}",
        "`at_least` or `below` is needed.",
        "For example {{credit: {{at_least: 10}}}}.",
    ),
    "never-in-range": _fault(
        "`at_least` が `below` 以上なので、決して成り立ちません。",
        "二つの数を入れ替えていないか確かめてください。",
        "`at_least` is not below `below`: this never holds.",
        "Perhaps the two numbers are the wrong way round.",
    ),
    "say-and-act": _fault(
        "`say` と `act` の両方があります。どちらか一つにします。",
        "言うことは `say`、黙ってすること・しないことは `act` です。",
        "There are both `say` and `act`; one choice has one of them.",
        "`say` is what is said, `act` what is done or left undone in silence.",
    ),
    "say-or-act": _fault(
        "選択肢に `say` も `act` もありません。",
        "言うことは `say`、黙ってすること・しないことは `act` に書きます。",
        "The choice has neither `say` nor `act`.",
        "`say` is what is said, `act` what is done or left undone in silence.",
    ),
    "choices-and-ending": _fault(
        "場面 `{scene}` に `choices` と `ending` の両方があります。",
        "終わりの場面には選択肢を書きません。どちらかを消してください。",
        "Scene `{scene}` has both `choices` and an `ending`.",
        "An ending has no choices; delete one of them.",
    ),
    "choices-or-ending": _fault(
        "場面 `{scene}` に `choices` も `ending` もないので、先へ進めません。",
        "選択肢を書くか、終わりなら `ending: {{deal: open}}` のように書いてください。",
        "Scene `{scene}` has neither `choices` nor an `ending`: the story stops there.",
        "Write choices, or for an end `ending: {{deal: open}}`.",
    ),
    "no-speaker": _fault(
        "だれの言葉か書かれていません。",
        "例：{{customer: 今日はどういうご用件で}}。地の文は narrator です。",
        "It does not say whose words these are.",
        "For example {{customer: What brings you here?}}; a narrator's line is {{narrator: …}}.",
    ),
    "two-speakers": _fault(
        "一つのセリフに話し手が二人います（`{first}` と `{second}`）。",
        "`- ` で二つの項目に分けてください。",
        "One line has two speakers (`{first}` and `{second}`).",
        "Make it two items, each with its own `- `.",
    ),
    "unknown-speaker": _fault(
        "`{key}` は話し手（people）にも、セリフの項目にもありません。",
        "話せるのは：{known}。ほかの人には `people` で id を付けます。",
        "`{key}` is neither a speaker (people) nor a key of a line.",
        "Who can speak: {known}. Anybody else gets an id under `people`.",
    ),
    "reserved-id": _fault(
        "`{value}` は決まった意味を持つので、人の id に使えません。",
        "別の id にしてください。",
        "`{value}` has a fixed meaning and cannot be a person's id.",
        "Choose another id.",
    ),
    "lines-and-speaker": _fault(
        "`lines` と話し手が同じ項目にあります。",
        "セリフはすべて `lines` の下に並べるか、`- ` で別の項目にしてください。",
        "An item has both `lines` and a speaker.",
        "Put every line under `lines`, or make it an item of its own.",
    ),
    "otherwise-alone": _fault(
        "`otherwise` の前に、`when` の付いた項目がありません。",
        "`otherwise` は、すぐ前に並ぶ `when` のどれも成り立たないときに使います。",
        "There is no item with `when` before this `otherwise`.",
        "`otherwise` is for when none of the `when` items right before it holds.",
    ),
    "otherwise-and-when": _fault(
        "`when` と `otherwise` は同じ項目に書けません。",
        "どちらかを消してください。",
        "`when` and `otherwise` cannot stand in one item.",
        "Delete one of them.",
    ),
    "otherwise-false": _fault(
        "`otherwise` に書けるのは true だけです。",
        "要らなければ行ごと消してください。",
        "`otherwise` can only be true.",
        "Delete the line if you do not need it.",
    ),
    "too-many-replies": _fault(
        "返答の場合分けの組み合わせが多すぎます（{most}通りまで）。",
        "場合分けを減らすか、場面を分けてください。",
        "The reply branches in too many combinations (at most {most}).",
        "Use fewer `when` groups, or another scene.",
    ),
    "two-openings": _fault(
        "`opening_credit`（{first}）と `opening.credit`（{second}）が食い違っています。",
        "どちらかを消してください。",
        "`opening_credit` ({first}) and `opening.credit` ({second}) disagree.",
        "Delete one of them.",
    ),
    "unknown-number": _fault(
        "`{name}` という数値は、ルールブック（rulebook）にありません。",
        "名前は「分野.項目」です。例：asking.within",
        "There is no number `{name}` in the rulebook.",
        "Names are like asking.within.",
    ),
    "wrong-value": _fault(
        "`{key}` の値 `{value}` は使えません。",
        "書き方の手引き（docs/authoring.ja.md）を見てください。",
        "`{key}` cannot have the value `{value}`.",
        "See docs/authoring.md.",
    ),
}

_STORY: Final = {
    "unknown-scene": _fault(
        "場面 `{id}` はありません。",
        "`scenes` の下にその id の場面を書くか、id を直してください。",
        "There is no scene `{id}`.",
        "Write a scene with that id under `scenes`, or mend the id.",
    ),
    "unknown-choice": _fault(
        "選択肢 `{id}` はありません。",
        "`場面の id.選択肢の id` と書きます。例：reception.gift",
        "There is no choice `{id}`.",
        "Write it as SCENE.CHOICE, as in reception.gift.",
    ),
    "undeclared": _fault(
        "{kind}に `{id}` がありません。",
        "`{section}` の下に書くか、id を直してください。",
        "There is no {kind} `{id}`.",
        "Declare it under `{section}`, or mend the id.",
    ),
    "never-used": _fault(
        "{kind} `{id}` は、どこにも起こりません。",
        "`{move}: {id}` がある場所がないので、これは決して働きません。id を確かめてください。",
        "The {kind} `{id}` never comes about.",
        "There is no `{move}: {id}` anywhere, so this can never apply. Check the id.",
    ),
    "deflect-unclear": _fault(
        "`{id}` はあいまいな言葉（blur）とクレーム（complaint）の両方にあり、どちらか決められません。",
        "どちらかの id を変えてください。",
        "`{id}` is both a blur and a complaint; which one is meant cannot be told.",
        "Rename one of them.",
    ),
    "duplicate-choice": _fault(
        "場面 `{scene}` に選択肢 `{id}` が二つあります。",
        "片方の id を変えてください。",
        "Scene `{scene}` has two choices `{id}`.",
        "Rename one of them.",
    ),
    "unnamed-choice": _advice(
        "選択肢に `id` がありません。",
        "並べ替えても記録が壊れないよう、`id: gift` のように名前を付けてください。",
        "The choice has no `id`.",
        "Name it, as in `id: gift`, so that records survive when choices are moved.",
    ),
    "story-circle": _fault(
        "話が同じ所へ戻っています：{circle}",
        "話は前へ進みます。同じ場面に戻れるのは、その場面の選択肢が自分へ `goto` するときだけです。",
        "The story runs in a circle: {circle}",
        "It has to run forward; only a scene whose own choices go to itself may come again.",
    ),
    "goto-never-taken": _advice(
        "この `goto` の項目は、前に `when` のない項目があるので選ばれません。",
        "`when` のない項目は最後に置いてください。",
        "This item of the `goto` is never taken: one without `when` stands before it.",
        "Put the item without `when` last.",
    ),
    "again-without-hub": _advice(
        "`again` は、自分の場面へ戻る選択肢のある場面でだけ意味があります。",
        "`again` を消すか、この場面へ戻る `goto` を書いてください。",
        "`again` has a meaning only in a scene whose own choices come back to it.",
        "Delete `again`, or let a choice go to this scene.",
    ),
    "not-an-event": _fault(
        "`{move}` は受講者のすることなので、`enter` には書けません。",
        "`enter` に書けるのは：{known}",
        "`{move}` is something the trainee does and cannot stand under `enter`.",
        "Under `enter` can stand: {known}",
    ),
    "unknown-placeholder": _fault(
        "`{name}` は使えない差し込みです。",
        "差し込めるのは {{trainee}}（受講者の名前）だけです。"
        "括弧として書くときは、全角の｛ ｝を使ってください。",
        "`{name}` is no placeholder.",
        "There is only {{trainee}}, the player's name; write other braces as ( ).",
    ),
    "furigana": _fault(
        "ふりがなの書き方が崩れています（`{text}`）。",
        "｜漢字《かんじ》のように、｜・漢字・《よみ》の順に書きます。",
        "The furigana is malformed (`{text}`).",
        "Write it as ｜漢字《かんじ》: the bar, the word, the reading.",
    ),
    "furigana-without-bar": _advice(
        "`{text}` は、｜がないのでふりがなになりません。",
        "ふりがなにするときは、漢字の前に ｜ を付けてください。",
        "`{text}` is no furigana: the bar ｜ is missing.",
        "Put ｜ before the word to make it furigana.",
    ),
}

_CATALOG: Final = {
    "broken-catalog": _fault(
        "翻訳ファイル（.po）を読めません。",
        'この行の前後の引用符 " と、msgctxt・msgid・msgstr の順を確かめてください。',
        "The catalog (.po) cannot be read.",
        'Look at the quotes " around this line, and at the order msgctxt, msgid, msgstr.',
    ),
    "untranslated": _fault(
        "`{context}` の訳がありません：{text}",
        "msgstr に訳を書いてください。",
        "`{context}` is not translated: {text}",
        "Write the translation as its msgstr.",
    ),
    "many-untranslated": _fault(
        "{count}件の文に、まだ訳がありません（全{all}件）。最初は `{context}` です。",
        "このファイルの msgstr に訳を書いてください。"
        "あとにする場合は、ファイルごと別の場所へ移しておけば、元の言語で遊べます。",
        "{count} of {all} texts are not translated yet; the first is `{context}`.",
        "Write the translations as the msgstr of this file. For later, put the file elsewhere: "
        "the scenario plays in its own language.",
    ),
    "outdated-translation": _fault(
        "`{context}` の原文が変わりました：{text}",
        "msgid を今の原文に直し、訳を見直して、fuzzy の印を消してください。",
        "The original of `{context}` has changed: {text}",
        "Put the new original in as the msgid, mend the translation and take off the fuzzy mark.",
    ),
    "needless-translation": _advice(
        "`{context}` は、もうシナリオにありません。",
        "この訳を消してください。",
        "`{context}` is no longer in the scenario.",
        "Delete this entry.",
    ),
    "twice-translated": _fault(
        "`{context}` の訳が二つあります。",
        "片方を消してください。",
        "`{context}` is translated twice.",
        "Delete one of them.",
    ),
    "lost-placeholder": _fault(
        "訳に {{trainee}} がありません（または余分にあります）。",
        "原文と同じだけ {{trainee}} を書いてください。",
        "The translation has not the same {{trainee}} as the original.",
        "Write {{trainee}} as often as the original does.",
    ),
}

_PLAY: Final = {
    "unreachable-scene": _fault(
        "場面 `{scene}` には、どこからも行けません。",
        "ここへ来てほしい選択肢に `goto: {scene}` と書いてください。要らない場面なら消してください。",
        "No choice leads to the scene `{scene}`.",
        "Write `goto: {scene}` in the choice that should lead here, or delete the scene.",
    ),
    "unreachable-ending": _fault(
        "終わりの場面 `{scene}` には、どこからも行けません。",
        "この終わり方になる選択肢に `goto: {scene}` と書いてください。要らない終わりなら消してください。",
        "No choice leads to the ending `{scene}`.",
        "Write `goto: {scene}` in the choice that should end so, or delete the ending.",
    ),
    "scene-never-reached": _fault(
        "場面 `{scene}` へ行く `goto` はありますが、その条件がそろう道筋が一つもありません。",
        "場面 `{origin}` からここへ来る選択肢の `when` か `goto` の `when` をゆるめてください。",
        "There is a `goto` to the scene `{scene}`, but no way on which its conditions come together.",
        "Loosen the `when` of the choice in the scene `{origin}` that leads here, or of its `goto`.",
    ),
    "dead-end": _fault(
        "場面 `{scene}` で、選べるものが一つもなくなる道筋があります：{path}",
        "いつでも選べる選択肢を一つ置いてください。`when` のある選択肢は条件が合わないと出ません。"
        "`keep` や `own` だけの選択肢も、その約束や勘違いがなければ出ません。",
        "There is a way into the scene `{scene}` on which nothing is left to choose: {path}",
        "Add a choice that is always there. One with `when` is not offered where that does not hold, nor one "
        "that only does `keep` or `own` where there is no such promise or misunderstanding.",
    ),
    "no-way-on": _fault(
        "この選択肢のあと、どの `goto` の条件も成り立たず、行き先のなくなる道筋があります：{path}",
        "`goto` の最後に、`when` のない `- {{to: 場面}}` を置いてください。",
        "After this choice there is a way on which no `goto` holds and the story stops: {path}",
        "End the `goto` with an item without `when`: `- {{to: SCENE}}`.",
    ),
    "too-many-decisions": _fault(
        "場面 `{scene}` までに{most}回も選ぶ道筋があり、まだ終わりません：{path}",
        "一つの道筋で選べるのは{most}回までです。場面をまとめるか、`continues` で二つの話に分けてください。",
        "A way into the scene `{scene}` has taken {most} decisions and has not ended: {path}",
        "A path has at most {most} decisions. Merge scenes, or split the story in two with `continues`.",
    ),
    "never-offered": _fault(
        "選択肢 `{choice}` は、どの道筋でも出てきません。",
        "`when` の条件がここでそろうか、`does` に書いたことがここでできるかを確かめてください。",
        "The choice `{choice}` is never offered, whatever went before.",
        "Check whether its `when` can hold here and whether what it `does` can be done here.",
    ),
    "never-holds": _fault(
        "この条件は、ここでは決して成り立ちません。",
        "ここまでの道筋で起こりうることかどうか、条件を見直してください。",
        "This condition can never hold here.",
        "Look again at what can have happened by now.",
    ),
    "never-happens": _fault(
        "`{what}: {id}` が成り立つことは、ここまでにありません。",
        "ここより前の選択肢に `{move}: {id}` がありません。場所か id を確かめてください。",
        "By this point `{what}: {id}` can never be so.",
        "No choice before this one has `{move}: {id}`. Check the id, and the order of the scenes.",
    ),
    "choice-never-taken": _fault(
        "ここへ来るまでに選択肢 `{id}` を通る道筋はありません。",
        "この条件は成り立ちません。id を確かめるか、その選択肢からここへ来る道筋を作ってください。",
        "No way here goes through the choice `{id}`.",
        "So this never holds. Check the id, or let that choice lead here.",
    ),
    "fact-never-learned": _fault(
        "ここまでに、事実 `{id}` を知る道筋がありません。",
        "ここより前に `ask: {id}` か `learn: {id}` を書くか、id を確かめてください。",
        "By this point there is no way to know the fact `{id}`.",
        "Write `ask: {id}` or `learn: {id}` somewhere before this, or check the id.",
    ),
    "promise-never-made": _fault(
        "ここまでに、約束 `{id}` をする道筋がありません。",
        "ここより前の選択肢の `does` に `promise: {id}` を書くか、id を確かめてください。",
        "By this point there is no way to have given the promise `{id}`.",
        "Write `promise: {id}` under `does` of a choice before this, or check the id.",
    ),
    "lie-never-told": _fault(
        "ここまでに、嘘 `{id}` をつく道筋がありません。",
        "ここより前の選択肢の `does` に `lie: {id}` を書くか、id を確かめてください。",
        "By this point there is no way to have told the lie `{id}`.",
        "Write `lie: {id}` under `does` of a choice before this, or check the id.",
    ),
    "blur-never-said": _fault(
        "ここまでに、あいまいな言葉 `{id}` を言う道筋がありません。",
        "ここより前の選択肢の `does` に `blur: {id}` を書くか、id を確かめてください。",
        "By this point there is no way to have said the blurred words `{id}`.",
        "Write `blur: {id}` under `does` of a choice before this, or check the id.",
    ),
    "blur-never-surfaces": _fault(
        "あいまいな言葉 `{id}` の勘違いは、ここまでに表に出ません。",
        "この場面かその前の `enter` に `surface: {id}` を書くか、"
        "`blurs` に `surfaces`（表に出る日）を書いてください。",
        "The misunderstanding `{id}` does not come to light before this.",
        "Write `surface: {id}` under `enter` of this scene or one before, or give the blur its `surfaces`.",
    ),
    "complaint-never-made": _fault(
        "ここまでに、クレーム `{id}` が入る道筋がありません。",
        "この場面かその前の `enter` に `complain: {id}` を書くか、id を確かめてください。",
        "By this point the customer cannot have made the complaint `{id}`.",
        "Write `complain: {id}` under `enter` of this scene or one before it, or check the id.",
    ),
    "demand-never-made": _fault(
        "ここまでに、要求 `{id}` をされる道筋がありません。",
        "この場面かその前の `enter` に `demand: {id}` を書くか、id を確かめてください。",
        "By this point the customer cannot have made the demand `{id}`.",
        "Write `demand: {id}` under `enter` of this scene or one before it, or check the id.",
    ),
    "due-already-past": _fault(
        "約束 `{id}` の期日（{due}）は、ここで約束する日より前です。",
        "約束したとたんに破れてしまいます。`promises` の `due` を直してください。",
        "The promise `{id}` is due on {due}, before the day on which it is given here.",
        "It would be broken at once. Mend its `due` under `promises`.",
    ),
    "date-already-past": _fault(
        "この場面に来るころには、{date} はもう過ぎています。",
        "日は戻らないので、この `after` は働きません。日付を直すか、`3 days` のように書いてください。",
        "By the time this scene comes, {date} is past.",
        "Days do not run backwards, so this `after` does nothing. Mend the date, or write it as `3 days`.",
    ),
    "missing-portrait": _fault(
        "`{name}` という顔の絵はありません。",
        "`portrait` を消すと、名前から顔が描かれます。使える絵：{known}",
        "There is no portrait `{name}`.",
        "Without `portrait` a face is drawn from the name. There are: {known}",
    ),
    "unknown-scenario": _fault(
        "前の話 `{id}` というシナリオが見つかりません。",
        "`continues` には前の話の `id` を書き、そのファイルを同じフォルダーに置いてください。",
        "There is no scenario `{id}` to continue.",
        "`continues` takes the `id` of the earlier scenario; put its file into the same folder.",
    ),
    "continues-itself": _fault(
        "`continues` が、このシナリオ自身を指しています。",
        "前の話の `id` を書くか、この行を消してください。",
        "`continues` names this scenario itself.",
        "Write the `id` of the earlier scenario, or delete the line.",
    ),
    "number-out-of-range": _fault(
        "`rulebook` の `{name}` は、{least}から{most}までの数です。",
        "値を直してください。",
        "`{name}` under `rulebook` is a number from {least} to {most}.",
        "Mend the value.",
    ),
    "bands-do-not-rise": _fault(
        "`rulebook` の `bands` は、vendor、credited、trusted、partner の順に大きくします。",
        "四つの数の大きさを見直してください。",
        "The `bands` under `rulebook` have to rise from vendor to credited, trusted and partner.",
        "Look again at the four numbers.",
    ),
    "not-walked": _advice(
        "道筋が多すぎて、行き止まりがないかをすべては確かめられませんでした。",
        "`when` のない選択肢と、`when` のない `goto` を各場面に一つずつ置けば、確かめるまでもなくなります。",
        "There are too many ways to try each of them for dead ends.",
        "Where every scene has a choice without `when`, and every choice a `goto` without, none can be.",
    ),
}

_TEACH: Final[dict[str, Code]] = {
    # The words.
    "choice-too-long": _advice(
        "選択肢が{count}字あります。ひと息に言える長さ（{most}字まで）を超えています。",
        "言いたいことを一つに絞るか、二つの選択肢に分けてください。",
        "The choice has {count} letters; more than one says in a breath ({most} at most).",
        "Keep to one thing to say, or make two choices of it.",
    ),
    "meter-said": _advice(
        "「{said}」は、隠れている残高を口に出しています。",
        "増減は通帳が最後に見せます。ここでは、しぐさや次の一言で表してください。",
        "“{said}” says out loud what the passbook keeps for the end.",
        "Let a gesture or the customer's next sentence tell it instead.",
    ),
    "vague-promise": _advice(
        "約束 `{id}` の言葉に「{said}」とあり、二通りに聞こえます。",
        "日と中身を言い切るか、わざとなら `promise: {{id: {id}, vague: true}}` と書いてください。",
        "The words of the promise `{id}` say “{said}”, which can be heard in two ways.",
        "Say the day and the thing plainly, or, if meant so, write `promise: {{id: {id}, vague: true}}`.",
    ),
    "unbalanced-quotes": _advice(
        "文の中のかっこが対になっていません（ {missing} が足りません）。",
        "開いたかっこは閉じ、要らないものは消してください。",
        "The quotation marks of this text do not pair: a {missing} is missing.",
        "Close what is open, or delete the one too many.",
    ),
    "curly-quotes": _advice(
        "{opened} {closed} は囲みの印ではなく、文の一部としてそのまま表示されます。",
        '要らなければ消してください。YAML の囲みは半角の " です。',
        "{opened} {closed} are not YAML's quotes: they show as part of the text.",
        "Delete them if they are not wanted; YAML's own are plain \".",
    ),
    # What was begun and left.
    "never-comes-up": _advice(
        "`{section}` の `{id}` は、この話の中で一度も起こりません。",
        "起こる場所に `{move}` を書くか、この行を消してください。id の書き間違いかもしれません。",
        "`{id}` under `{section}` never comes up in this story.",
        "Write `{move}` where it happens, or delete the line. An id may be misspelt.",
    ),
    "promise-never-kept": _advice(
        "約束 `{id}` を果たす選択肢がどこにもないので、だれが遊んでも必ず破れます。",
        "期日より前の場面の選択肢に `keep: {id}` を書いてください。わざとなら、そのままでかまいません。",
        "No choice keeps the promise `{id}`: whoever plays, it is broken.",
        "Write `keep: {id}` in a choice of a scene before it is due; if that is meant, leave it.",
    ),
    # The ways through the story.
    "best-is-longest": _advice(
        "最良の道筋の{percent}%で、いちばん長い文が最良の選択です。",
        "長い文を選べば当たる、と覚えられてしまいます。最良の文を短くするか、ほかの文を長くしてください（40%まで）。",
        "In {percent} % of the decisions on the best line the longest sentence is the best one.",
        "Trainees would learn to take the longest. Shorten the best one or lengthen others (40 % at most).",
    ),
    "best-in-one-place": _advice(
        "最良の道筋の{percent}%で、{place}番目の選択肢が最良です。",
        "選択肢の順番を入れ替えてください（一つの位置は45%まで）。",
        "In {percent} % of the decisions on the best line choice number {place} is the best one.",
        "Change the order of choices here and there (45 % at most in one place).",
    ),
    "always-best": _advice(
        "選ぶ場面の{percent}%に、それまでの経緯に関係なくいつも最良の選択肢があります：{choices}",
        "同じ言葉でも、信用や約束の有無によって響きが変わるようにしてください（半分まで）。",
        "In {percent} % of the decisions one choice is best whatever went before: {choices}",
        "Let the same words land differently by what was said, kept or broken before (half of them at most).",
    ),
    "never-matters": _advice(
        "場面「{scene}」では、どれを選んでも行き着ける信頼が変わりません。",
        "選択肢に違いのある手を書くか、選ばせずに先へ進めてください。",
        "In the scene “{scene}” no choice makes a difference to the trust still to be reached.",
        "Give the choices moves that differ, or go on without a choice.",
    ),
    "bands-unreached": _advice(
        "どの道筋でも行き着かない段階が二つ以上あります：{bands}",
        "よい道筋と悪い道筋の差を広げてください。行き着けない段階は一つまでにします。",
        "More than one band is the end of no path: {bands}",
        "Let good and bad paths part further; at most one band may stay out of reach.",
    ),
    "principle-untouched": _advice(
        "`teaches` の `{principle}` で残高が動く道筋が、二つ以上ありません。",
        "この原則の手を書き足すか、`teaches` から外してください。",
        "`{principle}` stands in `teaches`, but moves the balance on fewer than two paths.",
        "Add moves of this principle, or take it out of `teaches`.",
    ),
    "scene-unvisited": _advice(
        "場面「{scene}」には、どの営業スタイルも行き着きません。",
        "ここへ来る条件をゆるめるか、この場面が要るかどうかを見直してください。",
        "No way of selling ever comes to the scene “{scene}”.",
        "Loosen the conditions on the way there, or ask whether the scene is needed.",
    ),
    "policies-close": _advice(
        "「正直」な営業（honest）と「{policy}」営業の信頼の差が、平均で{margin}しかありません。",
        "差が{least}以上になるよう、行いの結果をはっきりさせてください（`shinyo explore` で見られます）。",
        "The honest way of selling ends only {margin} of trust above {policy} on average.",
        "Let what they do have plainer consequences: {least} at least. `shinyo explore` shows more.",
    ),
    "liar-trusted": _advice(
        "嘘をつく営業（liar）の信頼が、平均で{trust}もあります。",
        "嘘が露見する場面（`expose`）を置いてください。{below}未満になるようにします。",
        "Lying ends at a trust of {trust} on average.",
        "Let lies be found out (`expose`): it has to stay below {below}.",
    ),
    "caver-signs-less": _advice(
        "値引きに応じる営業（caver）の契約率が、正直な営業より{percent}ポイント低くなっています。",
        "譲ればその場の契約は取れる、という誘惑が必要です。譲った先にも `ending: signed` を置いてください。",
        "Caving in signs {percent} points less often than the honest way.",
        "The temptation has to work: let giving in lead to `ending: signed` too.",
    ),
    "caving-pays": _advice(
        "値引きに応じる営業（caver）の三年の取引額が、正直な営業を下回っていません。",
        "譲った分のつけが回る時間（契約後の場面）を置いてください。",
        "Caving in is worth no less over three years than the honest way.",
        "Leave time after the signature for what was given away to come back.",
    ),
    "random-shut-out": _advice(
        "でたらめに選ぶと、{percent}%が「断絶」で終わります。",
        "立て直せる道筋を増やしてください（半分まで）。",
        "Choosing at random is shut out in {percent} % of its ways.",
        "Leave more ways to repair things (half of them at most).",
    ),
    "own-numbers": _advice(
        "選択肢の手{moves}個のうち{own}個が、シナリオ独自の数値（`credit`）です。",
        "できるだけ手（`inform`、`keep` など）で書いてください。通帳の理由が読みやすくなります。",
        "Of {moves} moves in choices {own} are numbers of your own (`credit`).",
        "Say it by moves (`inform`, `keep` …) where they fit: the passbook explains those.",
    ),
    "credit-as-number": _advice(
        "信用の条件が数値（{number}）で書かれています。",
        "段階の名前（vendor、credited、trusted、partner）で書くと、ルールを調整しても意味が変わりません。",
        "A threshold of credit is written as a number ({number}).",
        "Write a band (vendor, credited, trusted, partner): it keeps its meaning when rules are tuned.",
    ),
    "not-exact": _advice(
        "道筋が多すぎるため、無作為に選んだ{samples}回から見積もっています。",
        "場面を減らすか、`continues` で二つに分けると、正確に調べられます。",
        "There are too many paths: this is estimated from {samples} random plays.",
        "With fewer scenes, or in two parts joined by `continues`, it is exact.",
    ),
}
"""Poor teaching: the words at every check, the rest when the whole story is asked about."""

CODES: Final[dict[str, Code]] = _FILE | _YAML | _SHAPE | _STORY | _CATALOG | _PLAY | _TEACH
"""Every finding the program can tell, by its stable code."""

KINDS: Final[dict[str, dict[Lang, str]]] = {
    "fact": {"ja": "事実（facts）", "en": "fact"},
    "promise": {"ja": "約束（promises）", "en": "promise"},
    "blur": {"ja": "あいまいな言葉（blurs）", "en": "blur"},
    "lie": {"ja": "嘘（lies）", "en": "lie"},
    "demand": {"ja": "要求（demands）", "en": "demand"},
    "complaint": {"ja": "クレーム（complaints）", "en": "complaint"},
    "help": {"ja": "手助け（helps）", "en": "help"},
    "favour": {"ja": "お願い（favours）", "en": "favour"},
    "consideration": {"ja": "対価（considerations）", "en": "consideration"},
    "person": {"ja": "人（people）", "en": "person"},
    "zip": {"ja": "Excel や Word、ZIP の形式", "en": "Excel, Word or ZIP"},
    "pdf": {"ja": "PDF", "en": "PDF"},
    "image": {"ja": "画像", "en": "an image"},
    "rtf": {"ja": "ワードパッドなどの書式付き文書、RTF", "en": "a formatted document, RTF"},
    "html": {"ja": "ウェブページ、HTML", "en": "a web page, HTML"},
    "binary": {"ja": "バイナリ", "en": "binary data"},
    "persona": {"ja": "人柄（persona）", "en": "persona"},
    "policy:interrogator": {"ja": "質問攻め（interrogator）", "en": "the interrogator"},
    "policy:caver": {"ja": "言いなり（caver）", "en": "the caver"},
    "policy:pusher": {"ja": "押し売り（pusher）", "en": "the pusher"},
}
"""What the kinds of things are called in running text, by kind and language."""
