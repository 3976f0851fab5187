// Compiles an ink story and plays it at random until the time is up; prints one line of JSON.
// Arguments: the story's file, seconds.
const fs = require("fs");
const { Compiler } = require("inkjs/full");

const story = new Compiler(fs.readFileSync(process.argv[2], "utf8")).Compile();
const seconds = Number(process.argv[3]);

function play() {
  story.ResetState();
  let decisions = 0;
  for (;;) {
    while (story.canContinue) story.Continue();
    const choices = story.currentChoices.length;
    if (choices === 0) return [decisions, story.variablesState["credit"]];
    story.ChooseChoiceIndex(Math.floor(Math.random() * choices));
    decisions += 1;
  }
}

for (let i = 0; i < 20; i += 1) play(); // so that the engine's compiler is warm
let plays = 0, decisions = 0, credit = 0;
const begun = process.hrtime.bigint();
let passed = 0;
while (passed < seconds) {
  const [made, balance] = play();
  plays += 1;
  decisions += made;
  credit += balance;
  passed = Number(process.hrtime.bigint() - begun) / 1e9;
}
console.log(JSON.stringify({ plays, seconds: passed, decisions: decisions / plays, credit: credit / plays }));
