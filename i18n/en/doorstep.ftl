# The words of the interface. Keys and arguments must be the same in every language; a test holds them to it.

# What a pack may call otherwise. Before its words are known, and where it has none, these fit every trade.
-person = other person
-play = play

# Everywhere
title = doorstep
tagline = Practise before it counts.
too-small = This needs a window of { $width } × { $height }; now it is { $now }. / 窗口至少要 { $width } × { $height }，现在是 { $now }。
colon = :{" "}
quoted = “{ $words }”
stage-direction = {" "}({ $how })
seconds = { $seconds } s
minutes = { $minutes } min
minutes-seconds = { $minutes } min { $seconds } s
moves = { $count ->
    [one] 1 move
   *[other] { $count } moves
}
turn-number = move { $number }
requirements = { $count ->
    [one] 1 requirement
   *[other] { $count } requirements
}
kind-phrase = phrase
kind-step = step
kind-condition-branch = condition-branch
kind-etiquette = etiquette
kind-attitude = attitude
kind-appearance = appearance
kind-taboo = taboo
kind-equipment = equipment
kind-marketing = marketing
kind-language = language
tier-basic = Basic
tier-advanced = Advanced
tier-excellent = Excellent
more = { $sign } { $rows ->
    [one] 1 more row
   *[other] { $rows } more rows
}: Space
search = Search:
type-to-search = type to search
nothing-found = Nothing has these words. Esc clears the search.

# Keys
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-enter = Enter
key-backspace = Backspace
key-space = Space

# What keys do
do-confirm = confirm
do-begin = begin
do-take = take
do-debrief = debrief
do-again = try again
do-open = open
do-quit = quit
do-leave = leave
do-back = back
do-move = move
do-fold = fold
do-unfold = unfold
do-change = change
do-page-up = page up
do-page-down = read on
do-first = to the beginning
do-last = to the end
do-scroll = scroll
do-hint = hint
do-show-words = show words
do-rewind = rewind
do-rename = rename
do-merge = merge
do-delete = delete
do-repaint = draw anew
do-suspend = to the shell (fg comes back)
do-mouse = mouse on or off
do-log = log
do-standard = standard
do-language = { $language ->
    [none] language
   *[other] { $language }
}
do-help = help
do-palette = find
do-mode = mode
do-seed = fresh seed
do-pick = choose
do-pick-first = pick
do-type = type

# First day and home
language = Language
your-name = Your name
change-with-arrows = ← → change
you-are = You are: { $role }
spoken-in-english = doorstep speaks no { $language }: its own words are in English, the texts in { $language }.
name-may-be-empty = heard when you introduce yourself; may stay empty
somebody = Guest
enter-begins = Enter: on to your first { -play }
nothing-lost = Leave whenever you like: every choice is kept.
go-on = Go on: { $title }
first-scenario = Begin: { $title }
key-context-play = in a play
key-context-review = in its review
play-a-scenario = { $count ->
    [one] Play a scenario
   *[other] Play one of { $count } scenarios
}
read-the-standard = Read the standard
language-is = Language: { $language }
learner-is = Learner: { $name }
who-is-learning = Who is learning?
somebody-new = Somebody new:
learner-choose-first = Choose a learner with ↓ first.
learner-rename = A new name for { $name }:
learner-merge = Who gets all plays of { $name }? Choose with ↓ and press Enter; { $name } is gone then.
learner-delete = { $name } and every play will be deleted for good. If you are sure, type the name or y:
learner-alone = There is nobody else whom the plays could go to.
learner-renamed = { $name } is called { $new } now.
learner-merged = { $count ->
    [one] { $into } has one more play now; { $from } is gone.
   *[other] { $into } has { $count } more plays now; { $from } is gone.
}
learner-merged-all = { $into } has all plays of { $from } now.
learner-left = What else lay in { $folder } was left there.
learner-deleted = { $name } is deleted.
learner-not-deleted = { $name } was not deleted.
learner-plays = { $count ->
    [one] 1 play
   *[other] { $count } plays
}
export-done = { $name } is in { $file } now: { $plays ->
    [one] 1 play
   *[other] { $plays } plays
}, { $events ->
    [one] 1 thing remembered
   *[other] { $events } things remembered
}.
import-new-learner = { $name } is new here.
import-done = { $name }, from { $file }: plays: { $added } new, { $continued } taken further, { $known } here already; things remembered: { $events } new.
import-parted = { $count ->
    [one] 1 play went on in two ways: both are kept.
   *[other] { $count } plays went on in two ways: both of each are kept.
}
import-nothing-new = { $name } had everything in { $file } already.
learner-in-use = { $name } is open in another window. Close that one, or choose another learner.
learner-in-use-by = { $name } is open in another window (process { $process }). Close that one, or choose another learner.
name-taken = { $name } is somebody else already. Take another name, or merge the two.
same-learner = { $name } cannot be merged with itself. Choose another learner.
name-unseen = Nothing can be seen of this name. Type 1 to 64 letters.
name-too-long = This name is too long. Type at most 64 letters.
scenarios = Scenarios
not-played = not played yet
played = played
plays-uncounted = { $count ->
    [one] 1 play not counted
   *[other] { $count } plays not counted
}
best-so-far = best so far { $score }
palette = Find anything
a-play = play
a-scenario = scenario
a-unit = unit of the course
switch-mouse-off = Switch the mouse off, to select text with it
switch-mouse-on = Switch the mouse on, to click
mouse-is-off = The mouse is off: drag to select text. F9 switches it on.
mouse-is-on = The mouse is on: click and scroll. F9 switches it off.
go-home = Go home
switch-language = { $language ->
    [none] Switch the language
   *[other] Switch the language { $language }
}

# Briefing
briefing-facts = The clock starts at { $time }. A pass needs { $mark } of 100.
mode-learn = Learn
mode-practice = Practice
mode-say = Say it
mode-exam = Exam
learn-says = hints, and the reason after each move
practice-says = what each move met and broke; no hints
say-says = as practice, but prescribed words are typed
open-exam-says = one is open: Enter goes on with it
exam-says = nothing until the end; no hints, rewind or standard
seed = Seed
seed-says = the same seed, the same { -play }
seed-is = seed { $seed }

# Play
question = What do you do?
play-over = The { -play } is over. Enter: the debrief.
locked = ({ $reason })
hint = Hint:{" "}
hint-mind = Nothing new to do here, but mind this: { $row }
hint-nothing = Nothing is due here, and nothing can go wrong but time.
why = Why:{" "}
ending = Ending:{" "}
timed-out = Your time is up.
appointment = agreed for { $time }
due-so-far = Due so far:
standing-met = { $count } met
standing-late = { $count } late
standing-mended = { $count } made good
standing-spoiled = { $count } done badly
standing-broken = { $count } broken
standing-open = { $count } open
now-due = +{ $count } now due
no-longer-due = −{ $count } no longer due
touched = Touched so far
moves-so-far = Your moves so far
mood = { -person }: { $mood }
mood-upset = upset
mood-displeased = displeased
mood-calm = calm
mood-friendly = friendly
mood-pleased = pleased
mood-change = { -person }: { $from } { $arrow } { $to }
mood-still = { -person }: still { $mood }
mark-met = met:{" "}
mark-broken = broken:{" "}
mark-late = too late in the order:{" "}
mark-mended = made good:{" "}
mark-spoiled = done badly:{" "}
mark-critical = critical:{" "}
mark-yielded = gave way:{" "}
not-in-exam = No hints, no rewind and no standard in an exam.
exam-waits = An exam is open: go on with it first. Until it is over, this stays closed.
exam-is-open = An exam of this very { -play } is open. Go on with it first, or take another seed.
not-in-practice = No hints in practice.
nothing-to-say = Nothing here has prescribed words that could be shown.
nothing-to-rewind = Nothing to take back yet.
notice-rewound = Back before move { $count }.
notice-unsaved = This play is not saved: { $why }. It goes on from home until you close doorstep.
notice-saved-again = Everything you did is saved again.
unsaved-mark = not saved
cannot-stop = There is no shell to go back to here. Ctrl-C closes doorstep.
notice-kept = Your play is kept; go on with it from home.
no-number = No number is left for a new play: the last, { $highest }, is taken. Move { $highest }.ron out of the folder of your plays, then start again.
notice-edited = The scenario was edited since; you go on from the last move that still fits.
notice-again = Again from move { $number }; your first score stays.
log = what happened so far

# Debrief
debrief = debrief
score = { $score } of 100
passed = passed
failed = not passed
pass-needs = (needs { $mark })
points-of = { $points } of { $best } points
critical-broken = { $count ->
    [one] a critical rule was broken
   *[other] { $count } critical rules were broken
}
scale-pending = Working out the best that this { -play } allowed …
scale-unknown = { $points } points. The scale is not known: { $why }.
first-run-counts = This is another try. Your first run keeps its score.
what-cost-most = What cost most
nothing-lost-here = Nothing was lost: everything due was done, in its order.
move-by-move = Move by move
missed = Never done
given-way = Gave way to another rule
gave-way = Gave way to { $to }: { $because }
first-chance = First chance: move { $number }, { $time }.
no-chance = On this path there was no chance for it.
entry-met = met
entry-late = too late in the order
entry-mended = made good
entry-spoiled = done badly
entry-missed = missed
entry-broken = broken
entry-extra = not due
entry-yielded = gave way
label-best = best
label-good = good
label-inaccuracy = inaccuracy
label-mistake = mistake
label-blunder = blunder
no-return = After move { $number } a pass could no longer be reached.
by-dimension = By dimension
curve = Best score still reachable, move by move
curve-told = From 100 before the first move to { $last } after the last. A pass needs { $mark }.
pass-mark = pass mark { $mark }
column-move = Move
column-choice = Choice
column-label = Judged
column-lost = Lost
column-reachable = Still reachable
better = Better:{" "}
answer = Answer:{" "}

### The debrief on the screen
do-next-move = next
do-last-move = move before
do-read-back = read back
do-next-mistake = next mistake
do-last-mistake = mistake before
do-first-mistake = first mistake
do-first-move = first move
do-best-line = best line
do-as-html = keep as HTML
do-as-markdown = keep as Markdown
do-go-on = go on
keep-a-copy = F7 HTML, F8 Markdown: keep a copy
pass-line = a pass needs { $mark }
review-pending = Going through your moves …
first-run-scored = Another try. What counts is your first run: { $score }.
move-of = Move { $number } of { $count }
only-choice = nothing else was open
move-cost = cost { $cost } of 100
move-cost-little = cost less than 1 of 100
move-fails = fails the { -play }
given-up = Given up with this move (in points; the { -play } had { $best }):
cost-on-average = On average this costs { $average } of 100; as chance fell, it cost { $cost ->
    [0] nothing
   *[other] { $cost }
}.
luck-took = Chance took { $luck } of 100 here. Another move would have kept them, but nobody could know.
below-nothing = The points are below 0; no score falls further.
or = {" "}or{" "}
still-reachable = still reachable: { $score }
no-return-here = From here on a pass could no longer be reached.
no-return-at = a pass was lost with move { $number }
chance-here = Never done. Here was the first chance:
count-best = { $count } best
count-good = { $count } good
count-inaccuracy = { $count ->
    [one] 1 inaccuracy ?!
   *[other] { $count } inaccuracies ?!
}
count-mistake = { $count ->
    [one] 1 mistake ?
   *[other] { $count } mistakes ?
}
count-blunder = { $count ->
    [one] 1 blunder ??
   *[other] { $count } blunders ??
}
count-forced = { $count } with no other choice
account-item = { $count } { $kind }
given-up-with = Given up with move { $number }.
how-it-ended = How it ended
no-more-mistakes = There is no other mistake in this direction.
notice-exported = Kept as { $path }
nothing-to-export = There is nothing to keep yet.
best-line = best line
best-line-pending = Looking for the best line …
best-line-whole = The best that this { -play } allowed: { $score }.
best-line-from = The best from before move { $number } of your play: { $score }.
best-line-ends = Here the best line ends.
no-best-line = No best line can be shown: { $why }.
critical-fails = { $count ->
    [one] A critical rule was broken; that alone fails the { -play }.
   *[other] { $count } critical rules were broken; one alone fails the { -play }.
}
where-you-stood = Where your play stood:
score-so-far = Score so far
history = your plays
your-plays = { $count ->
    [0] Your plays: none so far
    [one] Your play so far
   *[other] Your { $count } plays so far
}
no-plays = You have not played yet. Esc goes back.
not-finished = not finished
judged-anew = The scenario was edited since; this is judged by what it says now.
standard-edited = The standard was edited since; this is judged by what it says now.
rules-edited = It was judged by edition { $was } of the rules when it was played; here it is judged anew by edition { $is }.
between-sentences = {" "}
rewound = { $count ->
    [one] One move was taken back.
   *[other] { $count } moves were taken back.
}
hinted = { $count ->
    [one] One hint was asked for.
   *[other] { $count } hints were asked for.
}
edited-midway = The scenario was edited in the middle of this play; it went on from the last move that still fitted.
seed-met = You had met this very { -play } before: the same seed.
rewound-short = { $count } taken back
mode-is = mode: { $mode }
no-hints = no hints
no-rewinds = nothing taken back
hinted-short = { $count ->
    [one] 1 hint
   *[other] { $count } hints
}
seed-met-short = seed met before
rules-short = rules: edition { $edition }
again-from = Again from move { $number }
play-unfit = The scenario was edited since, and this play no longer fits it.
scenario-gone = The scenario “{ $id }” is not here any more.
ago-now = just now
ago-minutes = { $count } min ago
ago-hours = { $count } h ago
ago-days = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
help-best-line = The best way on from the moment you came from, one move at a time: what else was open, what is taken, what is answered, and how the score stands. Nothing here is kept.
help-history = Everything you played, the newest first. Enter opens a finished play for review, and goes on with one that is not finished.

# The standard
standard-counts = { $clauses } clauses, { $requirements } requirements
when = When:{" "}
facts = Exactly:{" "}
elements = Must say:{" "}
counts-in = Counts in:{" "}
cite = { $section }, { $clause }
is-critical = Critical: breaking it fails the play. { $reason }
weight-minor = minor, { $points } points
weight-normal = normal, { $points } points
weight-major = major, { $points } points

### The preview of a scenario that is being written
preview = preview
preview-seed = seed { $seed }
preview-reading = reading { $file } …
preview-version = version { $number }
preview-older = the file cannot be played now; this is the version before
preview-nothing = The file cannot be played yet. Mend what is listed and save: the play begins here.
preview-clean = nothing found
preview-checking = playing every path …
preview-errors = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}
preview-others = { $others ->
    [one] 1 warning or note
   *[other] { $others } warnings and notes
}
preview-stopped = Your way stops at move { $at } of { $all }: “{ $choice }” is not open here any more.
preview-hidden = not on the screen now: { $ids }
preview-shown-by = shown by: { $choices }
preview-no-way = No play shows this finding; look at its line in the file.
preview-what = Type a number from 1 to { $count } or the id of a choice; u takes one back, r begins again, q leaves.
finding-error = error
finding-warning = warning
finding-note = note
do-findings = findings
do-show-finding = go there
do-play = play
do-restart = from the start
help-preview = Your scenario, as a learner would play it, with the id of every choice. Save the file in your editor and it is read again; you stay where you are, as far as your choices still fit. While the file is half-typed, the version before stays.
help-findings = Everything that is wrong with the newest version, the gravest first. Enter plays to the moment that shows it.
do-scenes = scenes
do-dice = dice
state-within = { $value } ({ $from } to { $to })
state-yes = yes
state-no = no
state-drawn = { $outcome }, drawn
state-not-drawn = not drawn yet
state-wanted = wanted: { $outcome }
state-as-drawn = as the dice fall
scene-unreached = no play comes here
scene-not-found = no way found yet: not every state was walked
preview-scene-unreached = No play comes to { $scene }.
preview-scene-not-found = No play to { $scene } was found; not every state was walked.
preview-no-seed = None of { $count } seeds leads to { $scene } with the chances as you want them.
preview-no-dice = None of { $count } seeds makes { $chance } fall so; the dice stay as they were.
preview-no-draw = None of { $count } seeds draws the chances as you want them; the dice stay as they were.
help-scenes = Every scene of your scenario. Type to search by name or place; Enter goes there by the shortest play, under the first seed that allows it.
help-dice = What holds in this moment, and how the chances fall. Left and right make the chance in focus fall so, or leave it to the dice; a seed is searched that draws it, and your way stays.

# Help
help = Help
help-mouse = A click works wherever a key does, and the wheel scrolls. To select and copy text with the mouse, switch it off with F9; that is remembered.
help-welcome = Choose a language, type your name, press Enter. The name stands above your results and decides which play you go on with.
help-home = Everything begins here. Arrows and Enter, or the number in front.
help-learners = Choose who is learning, or type a new name and press Enter. Each learner has plays and scores of their own. Ctrl-E gives whoever is in focus another name, Ctrl-O gives their plays to another learner, Ctrl-X deletes them after asking.
help-list = Every scenario with its best score so far. Type to search, Enter to read the briefing.
help-briefing = Read what you know before the clock starts, choose how much help you want, and begin. The seed decides what chance brings: the same seed gives the same { -play }.
help-play = Read, then take a choice: its digit, or arrows and Enter. The clock is simulated: it moves only when you choose, and waiting is a choice. Every choice is kept at once, so you can leave at any time. In learn mode the meter counts ✓ met, ≈ late, ↺ made good, ⊘ done badly, ✗ broken, ○ still open.
help-log = Everything that happened so far in this play.
help-standard = The whole standard. Arrows walk the tree, Enter opens and closes; typing searches numbers, ids and words in every language.
help-debrief = Your play, judged. The curve shows the best score that was still possible after each move. Right and left go from move to move, Tab to the next mistake; Enter goes back to the moment before the move in focus and tries again, F12 walks the best line from there. Your first run keeps its score. F7 and F8 keep a copy of this debrief.
help-palette = Type a few letters of a command, a scenario or a clause, and press Enter.

### Coverage
coverage = What is covered
coverage-signs = Signs
coverage-scenarios = Scenarios
coverage-by-requirement = What happens in play, requirement by requirement
coverage-by-section = Requirements that happen in play, by section
coverage-never = Never touched by any play: what to write next
coverage-none-never = Nothing is left untouched.
coverage-reach = What can be chosen, and what was tried
coverage-requirement = Requirement
coverage-section = Section
coverage-together = all
coverage-critical = critical
coverage-number = Number
coverage-possible = { $choices } of { $written } choices and { $endings } of { $endings_written } endings can be reached in play.
coverage-bounded = Not every state was walked: it stopped after { $states }. What is not shown may still happen.
coverage-plays = { $count ->
    [0] No stored play yet.
    [one] 1 stored play has been through { $choices } choices and { $endings } endings.
   *[other] { $count } stored plays have been through { $choices } choices and { $endings } endings.
}
coverage-walks = { $count ->
    [0] No walk yet.
    [one] 1 walk goes through { $choices } choices and { $endings } endings.
   *[other] { $count } walks go through { $choices } choices and { $endings } endings.
}
coverage-untried = Never tried:
coverage-total = { $touched } of { $all } requirements ({ $share }%) happen in play.
coverage-total-kinds = Can be met: { $met }. Can be broken: { $breakable }. Due, and can go either way: { $whole }. Never touched: { $never }.
heat-whole = due; some plays meet it, some break it
heat-met = due; some plays meet it, nothing tempts to break it
heat-extra = can be met, but is never due: it pays nothing
heat-breakable = can only be broken
heat-owed = due, and no play can meet it
heat-idle = a choice names it, but play never comes to that
heat-nothing = not in the scenario

### Maps
graph-counts = { $scenes } scenes, { $choices } choices, { $endings } endings.
graph-best = ★ and thick lines: a best play under seed { $seed }, { $points } points in { $moves } moves.
graph-best-green = ★ and green: a best play under seed { $seed }, { $points } points in { $moves } moves.
graph-crowd = % and the thickness of lines: how many of { $plays } plays of a crowd ({ $policy }, seed { $seed }) take a choice, or go this way, at least once.
graph-plays = % and the thickness of lines: how many of { $plays } stored plays take a choice, or go this way, at least once. Of each play the run that counts.
graph-no-plays = No play of this scenario is stored yet.
graph-whenever = A name in brackets, such as [time], is one of several values: which one hangs on the play.
graph-unreached = ✗ and dashed: no play comes there.
graph-bounded = Not every state was walked: what is dashed may still be reached.
graph-start = Start
graph-ending = Ending
graph-closing = Ending, also when the time is up
graph-never = ✗ never reached
graph-stays = stays here

### Changes
diff-same = Nothing changed.
diff-renamed = The id changed from { $old } to { $new }: stored plays are found by id, so those of the old one belong to nothing any more.
diff-nothing = The files differ, but nothing that was compared does: the same parts in the same words, the same best plays, labels and requirements.
diff-judged-alike = Learners are judged as before: best plays, labels and requirements are the same.
diff-sampled = The dice can fall in { $all } ways; { $compared } of them were compared.
diff-pass-mark = The pass mark was { $old } and is { $new }.
diff-best-plays = Another best play under { $changed } of { $all } outcomes of the dice. The old best play now:
diff-unfit = no longer fits ({ $count })
diff-fails = no longer passes ({ $count })
diff-less = passes with less than 100 ({ $count })
diff-full = still scores 100, beside the new one ({ $count })
diff-example = { $dice }: { $outcome }
diff-parts-after = After move { $number } ({ $before }) the best was { $old } and is { $new }.
diff-parts-at-start = The best first move was { $old } and is { $new }.
diff-the-end = the end
diff-goes-on = not over after { $moves ->
    [one] 1 move
   *[other] { $moves } moves
}
diff-stop-over = over before move { $number } ({ $choice })
diff-stop-gone = move { $number }: there is no { $choice } any more
diff-stop-closed = move { $number }: { $choice } is not open
diff-scale = Another scale under { $changed } of { $all } outcomes of the dice
diff-points = Best points: { $old } before, { $new } now.
diff-points-example = With --seed { $seed }: { $old } before, { $new } now.
diff-labels = { $moved ->
    [one] One choice is judged otherwise
   *[other] { $moved } choices are judged otherwise
} ({ $situations } moves were compared: those of the old best plays, and one step aside)
diff-label = { $choice }: { $old } → { $new }
diff-label-where = [{ $times ->
    [one] once
   *[other] { $times } times
}; --seed { $seed }, move { $moves } on]
diff-no-label = no label
diff-requirements = { $count ->
    [one] One requirement is trained otherwise
   *[other] { $count } requirements are trained otherwise
}
diff-due = due
diff-remedy = remedy or not
diff-uncovered = · no longer covered here
diff-covered = · newly covered here
diff-parts = In the file
diff-scenes-added = + scenes
diff-scenes-removed = - scenes
diff-choices-added = + choices
diff-choices-removed = - choices
diff-endings-added = + endings
diff-endings-removed = - endings
diff-reworded = ~ reworded
diff-reworded-in = { $name } (only { $languages })
diff-more = … and { $count } more (--json names all)
diff-stored = { $stale } of { $all } stored plays become stale
diff-stale-before = { $count ->
    [one] 1 was stale already: it was played in yet another version.
   *[other] { $count } were stale already: they were played in yet another version.
}
diff-play-same = { $now }, as before
diff-play-changed = was { $was }; now { $now }

# Plain mode
working = Still at work, { $seconds } s (Ctrl-C stops it)
working-of = { $done } of { $all } scenarios done, { $seconds } s (Ctrl-C stops it)

plain-left = Your play is kept: the same command goes on with it.
plain-left-unsaved = Your play is not saved: { $why }. It ends here.
plain-unsaved = (What you do is not being saved: { $why }. You can play on.)
plain-left-nameless = The play ends here.
going-on = Going on where you left off.

### Plain mode, room by room
plain-stop = .
plain-comma = ,{" "}
plain-semicolon = ;{" "}
plain-command = { $typed } { $does }
plain-here = Here you can type: { $all }.
plain-one-number = the number 1
plain-numbers = a number from 1 to { $count }
plain-not-understood = “{ $typed }” means nothing here.
plain-nothing-typed = Nothing was typed.
plain-ask-help = Type a number and press Enter. Type ? to hear what else can be typed.
plain-do-confirm = confirm what you picked
plain-do-hint = hint
plain-do-take-back = take the last move back
plain-do-say-again = say it again
plain-do-log = what happened so far
plain-do-steps = what is met and what is open
plain-do-standard = the standard, with a word behind it to search
plain-do-next = next
plain-do-previous = the one before
plain-do-mistake = next mistake
plain-do-again = try again, with the number of a move
plain-do-best = the best line, with the number of a move
plain-do-html = keep the review as HTML
plain-do-markdown = keep the review as Markdown
plain-do-all = everything, move by move
plain-do-rename = with a number: give another name
plain-do-merge = with a number: give the plays to somebody else
plain-do-delete = with a number: delete
plain-do-language = { $language ->
    [none] the language
   *[other] { $language }
}
plain-do-help = what can be typed here
plain-do-back = back
plain-do-leave = leave
plain-welcome = Your progress is kept after every choice. Type { $language ->
    [none] ? for help, q to leave.
   *[other] lang for { $language }, ? for help, q to leave.
}
plain-ask-name = What is your name? It is heard when you introduce yourself. Press Enter alone to go without one.
plain-a-name = a name
plain-nobody = without a name
go-on-none = Go on: no play is open
plain-language = Language: { $language ->
    [none] { $own }
   *[other] change to { $language }
}
plain-leave = Leave
plain-is-home = You are home; there is nothing behind it. Type q to leave.
plain-goodbye = Goodbye.
plain-working = Working it out …
plain-somebody-new = Type a number, or a new name. Typing rename 1, merge 1 or delete 1 changes the learner with that number.
plain-which-learner = Type the number of a learner behind it, such as rename 1.
plain-merge = Who gets all plays of { $name }? Type a number; { $name } is gone then.
plain-scenarios = Scenarios. Type a number to hear the briefing, or words to search.
plain-words-to-search = words to search
plain-nothing-found = Nothing has these words. Here is everything again.
plain-nothing-found-for = Nothing has the words “{ $words }”.
plain-found = { $count ->
    [one] 1 requirement has “{ $words }”.
   *[other] { $count } requirements have “{ $words }”.
}
plain-offered = { $mode } (suggested)
plain-open-exam = one is open; this goes on with it
plain-seed = Seed { $seed }: the same seed, the same { -play }. Choose { $number } for another.
plain-ask-seed = Type a whole number as the seed, or 0 for a fresh one.
plain-a-seed = a seed
plain-place = Place: { $place }
plain-you = You: { $choice }
plain-locked = Not open now: { $choice }
plain-due = due so far:{" "}
plain-mood-better = The { -person }’s mood is better: { $before } before, now { $now }.
plain-mood-worse = The { -person }’s mood is worse: { $before } before, now { $now }.
plain-mood-bit-better = The { -person }’s mood is a little better, still { $now }.
plain-mood-bit-worse = The { -person }’s mood is a little worse, still { $now }.
plain-now-due = { $count ->
    [one] One more step is due now.
   *[other] { $count } more steps are due now.
}
plain-no-longer-due = { $count ->
    [one] One step is no longer due.
   *[other] { $count } steps are no longer due.
}
plain-picked = You picked { $number }: { $choice } Type { $number } again or y to confirm, or pick another.
plain-pick-first = Nothing is picked yet. Type a number first.
plain-taken-back = Move { $number } is taken back: { $choice }
plain-log = What happened so far:
plain-no-steps = Nothing is due or touched so far.
plain-steps-closed = An exam tells this at its end.
plain-over = The { -play } is over. Here is the review.
plain-review-offer = Type the number of a move, 1 to { $count }, to hear about it; n for the next, m for the next mistake, a and a number to try again from that move. Type ? to hear everything that can be typed.
plain-again-which = Type the number of a move behind it, 1 to { $count }, such as a 1.
plain-no-more-moves = There is no other move in this direction.
plain-no-more-mistakes = There is no further mistake.
plain-nowhere-to-keep = This play is nobody’s, so there is no folder to keep the review in. Play with --learner and your name.
plain-label-count = { $count } { $label }
plain-price-of = { $points } of { $worth } points
plain-price = { $points } points
plain-minus = minus { $number }
plain-lost = { $number } lost
plain-won = { $number } won instead
plain-best-offer = Type n for the first move of the best line, p for the one before, b to go back.
plain-also-open = Also open: { $choices }
plain-score-so-far = Score so far: { $score } of 100.
plain-history = Your plays, the newest first. Type a number to open one.
plain-history-page = Your plays, the newest first, page { $page } of { $pages }. Type a number to open one, n for the next page, p for the one before.
plain-no-more-pages = There is no other page in this direction.
plain-no-plays = You have not played yet. Type b to go back.
plain-not-utf-8 = The locale { $locale } is not UTF-8, so plain signs are used; letters other than a to z may not be shown. Set LC_ALL to a UTF-8 locale, such as en_US.UTF-8.

# Questions
asking-you = You
asking-right = Which one?
asking-all-right = Which of these? There may be several.
asking-first = What comes first?
asking-next = And then? ({ $number } of { $of })
asking-partner = { $left }: what belongs to it?
asking-holds = Does that hold?
asking-reason = For which reason?
asking-best = Which is best?
asking-worst = And which must you do least of all?
asking-mistake = Which of your lines is the mistake?
asking-true = It holds
asking-false = It does not hold
asking-no-mistake = None: everything is right
asking-is-right = Right.
asking-is-wrong = Not right.
asking-is-partly-right = Partly right: { $points } of 100.
asking-yours-right = Your answer, and right
asking-yours-wrong = Your answer
asking-missed = Right is
asking-worth-best = Best
asking-worth-good = Second best
asking-worth-poor = Poor
asking-worth-worst = Worst
asking-claim = { $claim } ({ $clause })
asking-that-is-all = That is all
question-of = question { $number } of { $count }
question-again = once more
question-pick-one = Pick at least one first.
questions = Questions
questions-mixed = A mixed round
questions-drawn = { $drawn } of { $count } questions
questions-over = { $right } of { $count } right at the first try.
practise-questions = { $count ->
    [0] Practise with questions: this pack has none
   *[other] Practise with questions ({ $count })
}
help-questions = Questions about the standard, by section. A round is short; what was not right comes back at its end until it is.
help-question = Read the situation, then answer: a digit, or arrows and Enter. Where several can be right, each key picks one, and the last row says that that is all. Afterwards you read what is right and why; F6 opens the clause.
plain-no-questions = There are no questions here.
plain-numbers-together = several numbers with spaces between them
plain-question-next = n goes on.
asking-out-of-place = { $number }, not where you put it
asking-not-its-partner = { $left }, not what you gave it
today-do = Today: about { $minutes } min
activity-questions = { $count } questions
reasons-missed = { $count } that went wrong before
reasons-due = { $count } to see whether they stayed
reasons-new = { $count } new to you
today-done = Today: done. More is always there under the other rows
today-rest = Today: nothing is due; come back { $day }
today-nothing = Today: nothing to practise yet
today-nobody = Today: only with a name can your mistakes be remembered
in-days = { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
activity-moment = Your own mistake: { $title }
activity-question = Question: { $section }
activity-visit = Scenario: { $title }
activity-unit = Course: { $title }
reason-own-mistake = { $times ->
    [one] You went wrong here
   *[other] You went wrong here { $times } times
}: { $what }
reason-failed-today = It went wrong today; once more.
reason-often-missed = You missed this { $times } times: { $what }
reason-due = { $days ->
    [one] You did this yesterday; time to see whether it stayed.
   *[other] You last did this { $days } days ago; time to see whether it stayed.
}
reason-exam = It might be forgotten by the day of your exam.
reason-covers = One scenario asks for { $due } things that are due.
reason-next-unit = It comes next in the course.
reason-weakest = You know least about { $section }.
reason-first-time = New to you.
today-title = Today
today-minutes = { $minutes } minutes a day
today-minutes-says = ← → change that
today-spent = { $minutes } min done today
today-better = What got better today
today-gained = { $count ->
    [one] one requirement is remembered that was not
   *[other] { $count } requirements are remembered that were not
}
today-tomorrow = Next: { $what }
help-today = What to do today, the most important first: your own mistakes, what you may be forgetting, then something new. It takes no longer than the minutes you give it, and what does not fit is no debt.
do-start = start
do-exam-day = exam day
exam-day-title = The day of the exam
exam-day-ask = Is there an exam? Say its day, and practice prepares for it
exam-day-is = Exam: { $day } ({ $when })
exam-day-type = On which day is the exam? Such as 2026-12-20. Leave it empty where there is none.
exam-day-none = That is no day. Type year, month and day, such as 2026-12-20.
exam-day-past = { $day } is over. Type a day that is still to come.
exam-day-far = { $day } is years away. Is the year right?
help-exam-day = The day of your exam: what to repeat is then chosen for that day, and on the last day only what you got wrong. An empty field takes it away again.
plain-do-exam = followed by the day of your exam, or none
plain-exam-how = Type it behind the word: exam 2026-12-20. “exam none” says that there is none.
do-minutes = minutes
help-moment = A moment of one of your own plays, just before it went wrong: the same people, the same dice. Take a better choice; the review's judgement decides.
moment-title = Your own mistake
moment-before = So far:
moment-judging = Looking at your move …
moment-passed = That is it: { $label }.
moment-failed = Not yet: { $label }.
moment-better = Better: { $choice }
moment-about = It was about: { $what } ({ $clause })
moment-unjudged = This move cannot be judged: { $why }
moment-dropped = A moment of yours is left out: { $why }.
today-next = Next: { $day }.
plain-do-minutes = followed by a number, how many minutes a day may take
plain-minutes-wrong = Type the number of minutes behind it, from 1 to 120: minutes 15
course-title = Course
course-none = Course: this pack has none
course-nobody = Course: only with a name is it remembered how far you are
course-row = Course: { $title }, { $done } of { $count } units done
course-next = next: { $unit }
course-unit-of = unit { $number } of { $count }
unit-done = done
unit-locked = locked: it opens when “{ $unit }” is done
unit-next-lesson = open: read the lesson
unit-next-visit = open: play its scenario and pass it
unit-next-check = open: answer its questions
unit-worked = Watch it done well, move by move, each with its reason
unit-visit = Do it yourself: { $title }
unit-check = { $count ->
    [one] Answer one question
   *[other] Answer { $count } questions
}
unit-is-done = done
unit-then = Now it is your turn
unit-no-visit = This cannot be played: its scenario has a fault.
lesson-steps = How it goes
lesson-if = if { $case }
lesson-step-if = If { $case }: { $says }
lesson-good = Say it like this
lesson-bad = And not like this
lesson-aloud = Say it aloud; what stands in brackets must not be missing
help-course = What to learn, in its order. A unit has a lesson, a scenario to watch and then to play yourself, and a few questions. It is done when you passed the scenario and answered the questions; then the next one opens. Any scenario can be played out of order under “Play a scenario”.
help-unit = Read the lesson to its end, then take what stands below it: watch it done well, do it yourself, answer the questions. You can leave at any line and come back.
plain-unit-offer = A number opens that; r repeats the lesson, b goes back.
progress-title = Progress of { $name }, { $day }
progress-standard = The standard
progress-part = Section
progress-whole = The whole standard
progress-held = held
progress-known = known
progress-learning = learning
progress-never = not met yet
progress-meaning = Held is how much is likely remembered today, by weight. Known is what can be relied on for three weeks.
progress-scenarios = Scenarios
progress-scenario = Scenario
progress-best-first = best first run
progress-last = last
progress-plays = plays
progress-tries = { $count } ({ $dice ->
    [one] one draw of the dice
   *[other] { $dice } draws of the dice
})
progress-not-first = { $score } (no first run)
progress-first-runs = First runs, the oldest first
progress-first-means = A first run takes nothing back, and its { -play } was never met before. What is tried again is practice and counts for no score here.
progress-first-none = No first run has come to its end yet.
progress-first-one = One first run so far: { $score }.
progress-first-told = { $count } first runs: the first came to { $first }, the last to { $last }, the best to { $best }.
progress-days = Days practised, the last eight weeks
progress-week = Week from
progress-days-told = { $count } of { $days } days.
progress-weekdays = Mo Tu We Th Fr Sa Su
progress-did = plays: { $plays }, things shown: { $reviews }
progress-rest = nothing

exams-title = Exams
exams-none = There are no exams here.
exams-nobody = An exam is kept for somebody: say who you are first.
exam-facts = { $items } questions, { $visits ->
    [0] no scenario
    [one] one scenario
   *[other] { $visits } scenarios
}, { $minutes } minutes
exam-state-new = may be begun
exam-state-open = begun, and the time is running
exam-state-borderline = near the cut: the follow-up paper is waiting
exam-state-passed = passed on { $date }, { $quiz } points in the questions
exam-state-failed = not passed on { $date }; may be begun again
exam-refused-open = The exam “{ $exam }” is open, and its time is running. Go on with it first.
exam-refused-after = “{ $exam }” has to be passed before.
exam-refused-wait = It may be begun again from { $date } on.
exam-refused-often = It was sat { $times } times within { $days } days, and that is all.
exam-refused-short = No paper can be drawn: the bank holds too few questions for it.
exam-refused-unkept = An exam is not begun where it cannot be kept: { $why }
exam-rules-1 = The time runs on from now until you hand in, also while the program is closed.
exam-rules-2 = There are no hints, nothing is taken back, and the standard stays shut. Other practice waits until it is over.
exam-rules-3 = Questions can be answered in any order and answered anew. A scenario is played once, to its end.
exam-rules-4 = Nothing is said about right and wrong before you have handed in.
exam-begin = Begin now
exam-not-now = Not now
exam-resumed = Going on with “{ $exam }”. The time went on in between.
exam-standing = { $items } questions, { $open } open, { $flagged } marked to come back to.
exam-time-left = { $minutes } minutes left.
exam-last-minute = Less than a minute left.
exam-next-open = Go to the next open question (number { $number })
exam-next-flagged = Go to the next marked question (number { $number })
exam-all-items = Choose a question by its number
exam-hand-in = Hand in
exam-hand-in-sure = { $open ->
    [0] Everything is answered. Hand in?
    [one] One question is open. Hand in all the same?
   *[other] { $open } questions are open. Hand in all the same?
} After that nothing can be changed.
exam-visits-open = { $count ->
    [one] One scenario was not played to its end.
   *[other] { $count } scenarios were not played to their end.
}
exam-item = Question { $number }
exam-item-of = Question { $number } of { $count }
exam-item-answered = answered
exam-item-answered-flagged = answered, marked
exam-item-open = open
exam-item-open-flagged = open, marked
exam-visit-row = Scenario: { $title }
exam-visit-waiting = not begun
exam-visit-open = begun
exam-visit-over = played
exam-visit-left = given up
exam-visit-once = This scenario is played once, from its beginning to its end. Begin?
exam-visit-leave = Give this scenario up? It then counts for nothing, and there is no way back into it.
exam-visit-closed = There is no way back into this scenario.
exam-picked = Picked { $number } ({ $answer }). Type { $number } again to answer so.
exam-picked-many = Picked ({ $answers }). Type the same again to answer so.
exam-kept = Kept.
exam-flagged = Marked to come back to.
exam-unflagged = No longer marked.
exam-time-up = The time is up. The paper is handed in as it stands.
exam-verdict-passed = Passed.
exam-verdict-failed = Not passed.
exam-verdict-borderline = So near the cut that chance could decide: a follow-up paper of { $items } questions decides.
exam-quiz = Questions: { $quiz } points of 100, give or take { $error }. The cut is { $cut }.
exam-block = { $title }: { $points } of 100 ({ $items ->
    [one] one question
   *[other] { $items } questions
})
exam-visit = Scenario “{ $title }”: { $points } of 100
exam-visit-unfinished = Scenario “{ $title }”: not played to its end, 0 of 100
exam-why-quiz = The questions came to { $points } points, and { $cut } pass.
exam-why-section = “{ $title }” came to { $points } points, and { $cut } pass.
exam-why-visits = The scenarios came to { $points } points on average, and { $cut } pass.
exam-why-visit = “{ $title }” came to { $points } points, and { $cut } pass.
exam-why-critical = In “{ $title }” a line was crossed that nobody crosses and passes: { $row }
exam-to-practise = Points were lost in: { $sections }.
exam-practice = Taken on this machine, without anybody watching: practice, self-assessed. The record can be replayed.
exam-proctored = The record names the proctor { $proctor }. Whoever certifies it checks the codes; until then it is practice, self-assessed.
exam-proctor-open-end = The proctor hasn’t closed it yet; that can be done until tomorrow.
exam-record = “doorstep exam results” names the file of its record: whoever issues certificates needs it.
exam-proctor-sure = Go on without the proctor’s code? The result will say that nobody watched.
exam-proctor-sure-again = Without the code the result will say that nobody watched. Esc once more goes on without it.
exam-clock-back = The clock of this machine was set back while the exam went on. That is part of the record.
exam-stale = Questions or cuts were changed since; it was marked anew by those of today.
exam-unmarked = It cannot be marked with the questions of today: { $why }
exam-further = Begin the follow-up paper now: { $items } questions, { $minutes } minutes
plain-do-flag = mark this question to come back to, or take the mark away
list-comma = ,{ " " }

saying-title = Say it yourself
saying-your-name = (your name)
saying-field = What do you say?
saying-whole = Everything was in it.
saying-not-whole = { $count ->
    [one] One part was not heard.
   *[other] { $count } parts were not heard.
}
saying-said = said
saying-missing = not heard
saying-spoiled = said, but “{ $by }” takes it back
saying-part-spoiled = { $part } (taken back by “{ $by }”)
say-row = Say it in your own words
say-row-again = Say it in other words
said-several = All of it was there. How do you do it: which of these?
said-several-missed = Not heard: { $missed }. As you said it, how do you do it: which of these?
said-taken = Not heard: { $missed }. It was taken as you said it; you can take it back and say it again.
said-already = You have said already what comes next: choose it, or say it again.
said-missed = Not heard: { $missed }. Say it again.
said-other-number = Not heard: { $missed }. Here it has to be { $number }: say it with that.
said-count-by-esc = If it should count: Esc, then choose so.
said-shown = Still not heard: { $missed }. Here are words to choose from; this counts as a hint.
saying-yours = You said
saying-model = One way to say it
saying-nothing = Nothing was said yet.
saying-too-long = That is longer than { $most } characters: say it as you would to somebody's face.
saying-other-language = That is not the language that is spoken here; the language can be changed.
saying-cut = What was pasted is cut to { $most } characters.
saying-again = Say it again
saying-should-count = This should count
saying-filed = Kept with your saves, for the trainer.
saying-go-on = Go on
saying-aloud = Read it aloud at the right pace
reading-title = Read aloud
reading-asked-characters = About { $pace } characters a minute: { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} for this. Nobody listens; it is between you and the bar.
reading-asked-words = About { $pace } words a minute: { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} for this. Nobody listens; it is between you and the bar.
reading-begin = Enter at your first word.
reading-end = Enter at your last word.
reading-took-characters = { $seconds ->
    [one] One second
   *[other] { $seconds } seconds
}, that is { $found } characters a minute.
reading-took-words = { $seconds ->
    [one] One second
   *[other] { $seconds } seconds
}, that is { $found } words a minute.
reading-right = A pace that one can follow.
reading-fast = Too fast: somebody who hears this for the first time is lost by the middle.
reading-slow = Rather slow: leave out the pauses inside a sentence, not the ones between.
reading-again = Enter reads it again
plain-reading-end = Read it aloud now. Type n at your last word.
plain-do-aloud = read it aloud at the right pace
do-begin-reading = begin
do-end-reading = last word
do-read-again = again
saying-of = { $number } of { $count }
saying-over = { $right } of { $count } had everything at the first try.
saying-topic = Say it yourself: { $section }
saying-topic-says = { $count ->
    [one] one sentence, typed in your own words
   *[other] { $count } sentences, typed in your own words
}
do-say = say it
activity-phrase = Say it yourself: { $section }
help-phrase = Read the situation and type what you would say, in your own words, with any input method; Enter says it. You are told which parts of the prescribed words were heard and which were not, and see one way to say it. A reply that is refused and should count can be kept for the trainer.
help-say = Type what you would say here, in your own words, with any input method; Enter says it. With every prescribed part in it, it is the choice that says so. Otherwise you are told what was not heard, and say it again; the second time the words are shown to choose from, and that counts as a hint. Esc leads to what else can be done, also to keep a reply that should count for the trainer.
plain-sentence = what you would say
plain-sentence-again = what you would say, once more
plain-say = Type what you say.
plain-say-or-number = Type what you say, or the number of what you do.
plain-no-such-number = There is no number { $number } here.
plain-do-count = this should count
exam-sitting-open = An exam is being sat, and its time runs. Until it is handed in, everything else stays closed.
do-flag = mark
do-question-before = question before
do-question-after = next question
exam-left = The exam stays open, and its time runs on. Enter goes on with it.
exam-minutes-left = { $minutes } min left
exam-minute-left = under 1 min left
exam-quit = The time runs on when you leave. Ctrl-C once more leaves.
exam-last-minutes = The last five minutes.
exam-legend = { $answered } answered  { $open } open  * marked to come back to
exam-answer-stands = This is answered. That answer stands until you give another one.
exam-no-back = No, back
exam-give-up = Give it up
exam-to-paper = Back to the paper
exam-see-result = See what it came to
exam-to-exams = Back to the exams
exam-proctor-row = The proctor closes this sitting with her code
help-exams = The exams, and how each stands with you. Before one begins you read its rules; nothing is begun until you choose to.
help-sitting = A digit, an arrow or a click picks an answer; the same digit, Enter or another click confirms it. Questions can be answered in any order and anew: ← and → lead from one to the next, Esc to the overview of all. A mark brings you back to a question later. A scenario is played once. Leaving stops nothing: the time runs on. Nothing is said about right and wrong before you have handed in.
help-proctor-code = The proctor reads what is shown here, asks “doorstep exam code” for the answer on her own machine, and types it here. Esc goes on without her.

# Certificates
certificate-heading = { $title }: { $candidate }
certificate-passed = Passed on { $date }: { $quiz } of 100 points in the questions, give or take { $error }; the pass mark is { $cut }.
certificate-visit = { $title }: { $points } of 100 points
certificate-issued = Issued by { $issuer } on { $date }.
certificate-valid = Valid until { $date }.
certificate-valid-ever = It doesn’t expire.
certificate-number = Number { $id }
certificate-key = The issuer’s key: { $key }
certificate-level-nobody = Level “replayed”: marked again from the record of every answer. Nobody watched: it doesn’t say who sat at the keyboard, nor what lay beside it.
certificate-level-proctor = Level “supervised”: { $proctor } opened and closed it, and it was marked again from the record of every answer. What happened in the room in between is the proctor’s word.
certificate-level-place = Level “served”: sat at { $place } on a machine that the candidate doesn’t control, as the issuer says, and marked again from the record of every answer.
certificate-minutes = { $minutes ->
    [one] Sat in one minute.
   *[other] Sat in { $minutes } minutes.
}
certificate-extra = This candidate was given { $minutes } minutes more.
certificate-resumed = { $count ->
    [one] The program was closed and resumed once; the clock went on.
   *[other] The program was closed and resumed { $count } times; the clock went on.
}
certificate-clock = The machine’s clock was set back meanwhile.
certificate-further = The first paper was borderline; a follow-up paper decided.
certificate-attempt = It was sitting number { $number } of this exam, by the record beside it.
certificate-scan = The square holds everything that was signed. Scan it with any reader, paste the text into an empty text file, and check that with “doorstep verify”.
certificate-practice = Practice, self-assessed: nobody has signed for it.

certify-done = Certified { $candidate } in “{ $title }”: { $file }
issuer-new = A key for { $name }. Keep { $key } to yourself, with a copy in a safe place; give { $card } to everybody who wants to check your certificates.
issuer-proctor = A key for the proctor { $name }: { $file }. Only { $name } should have it.
issuer-card = The card of { $name }: { $file }. Give it to everybody who wants to check your certificates.
revoke-done = Revoked { $id } ({ $candidate }, “{ $title }”); the list is { $file }
revoke-again = { $id } was on the list already
verify-good = Genuine and valid.
verify-bad = Don’t rely on it.
finding-twin = { $file } is for the same paper, which went on differently there: one of the two sittings is a second try.
finding-double = { $file } certifies the same sitting with another level.
verify-other-list = The list { $file } has no entry of an issuer you named, so it says nothing here.
finding-unknown-issuer = The signature holds, but nobody named an issuer to trust: give their card with --issuer.
finding-other-issuer = It was signed with another key than those of the issuers you trust.
finding-future = It says it was issued on { $date }, and that day hasn’t come.
finding-over = It was valid until { $date }.
finding-revoked = Its issuer took it back on { $date }.
finding-no-sitting = The record of the answers isn’t with it, so nothing was marked again.
finding-sitting = The record of the answers with it says something else than the certificate.
finding-standard = It was issued for another standard, “{ $standard }”; nothing was marked again.
finding-no-exam = The content here has no exam “{ $exam }”; nothing was marked again.
finding-unmarked = It can’t be marked again with the content here: { $why }
finding-keys = What is right on this paper has been changed since.
finding-points = Marked again, the questions come to { $points } of 100 points.
finding-not-passed = Marked again, it doesn’t pass.

exam-results-none = { $name } hasn’t sat an exam yet.
exam-result = { $exam }, begun on { $date }: { $state }
exam-result-unknown = { $exam }: the content here has no such exam, or the record makes no sense.
exam-outcome-open = still open
exam-outcome-unmarked = can’t be marked with this content
exam-outcome-passed = passed, { $quiz } of 100 in the questions
exam-outcome-borderline = borderline, { $quiz } of 100 in the questions; the follow-up paper is still to be sat
exam-outcome-failed = not passed, { $quiz } of 100 in the questions
exam-proctor-open = Proctor { $proctor }: to open this sitting, answer { $challenge } with the code that “doorstep exam code” gives you.
exam-proctor-close = Proctor { $proctor }: to close this sitting, answer { $challenge } with the code that “doorstep exam code” gives you.
exam-proctor-misheard = That code has a slip in it. Look at it again.
exam-proctor-kept = The code is on record. It is checked when the certificate is issued.
exam-proctor-without = Without the proctor’s code, then: the result will say that nobody watched.
exam-proctor-code = the proctor’s code
exam-code-opens = This code opens a sitting: nothing of the paper has been shown yet.
exam-code-closes = This code closes a sitting: the candidate has handed in, or the time is up.
finding-other-name = That key is known to you under another name: { $name }.
finding-paper = The exam here puts other papers now than the one that was sat.
verify-signed = Signed and in force, but not confirmed by marking it again.
certify-unproctored = The record names the proctor { $proctor }, but with this key her codes don’t hold from the beginning to the end; so it says that nobody watched.

# `doorstep report`

report-title = Group of { $count ->
    [one] one learner
   *[other] { $count } learners
}, { $day }
report-title-one = { $name }, { $day }
report-exams = Exams
report-exam = Exam
report-outcome = Result
report-level = How far it can be trusted
report-exams-none = Nobody has sat an exam yet.
report-passed = passed, { $quiz } ± { $error } of 100 in the questions
report-failed = not passed, { $quiz } ± { $error } of 100 in the questions
report-level-unsure = Practice, self-assessed. A certificate of { $issuer } lies beside: { $why }
report-level-replayed = Replayed: { $issuer } marked it again and signed it; nobody watched.
report-level-supervised = Supervised by { $name }, signed by { $issuer }.
report-level-served = Sat at { $place }, as { $issuer } says and has signed.
report-learners = Learners
report-learner = Learner
report-nameless = { $folder } (a folder: nobody is named)
report-plays = Plays
report-plays-told = { $all } begun, { $over } over, { $firsts } of them first runs
report-days = days practised
report-time = time
report-last = last on
report-known = known
report-due = due
report-best = Best first runs
report-minutes = { $minutes } min
report-hours = { $hours } h { $minutes } min
report-sections = What was met of what was due
report-sections-mean = Counted whenever something of a section was due in a { -play } or asked for by a question, a sentence, a moment or an exam. In brackets: where the share may lie (95 %).
report-group = The group
report-share = { $percent } %{ $mark } ({ $low }–{ $high } %), { $met } of { $due }
report-share-none = never due
report-few = * Of fewer than 30: a few more could change it much.
report-wrong = Choices that went wrong most often
report-wrong-none = None was a mistake.
report-judged = Judged move by move: the newest { $judged } of { $over } finished plays of today’s content.
report-wrong-place = { $scenario } · { $place } ({ $scene })
report-wrong-scene = { $scenario } · { $scene }
report-wrong-told = { $label }: { $share } choices there, by { $learners ->
    [one] one learner
   *[other] { $learners } learners
}.
report-wrong-critical = Critical { $count ->
    [one] once
   *[other] { $count } times
}.
report-wrong-best = Better there: { $choice }
report-lost = What is lost most often
report-lost-none = Nothing was lost in a { -play } yet.
report-lost-told = { $scenario }: lost { $missed } of { $due } times, by { $learners ->
    [one] one learner
   *[other] { $learners } learners
}.
report-lost-scenes = It can be met in: { $scenes }.
report-calendar-means = How many learners practised on each day, week by week from Monday.
report-every-play = Every play, the newest first
report-play-open = not over
report-play-again = no first run
report-play-hints = hints: { $count }
report-play-older = of older content
report-due-now = Due today, the heaviest first
report-replies-open = { $count ->
    [one] One sentence waits
   *[other] { $count } sentences wait
} for you: learners say that { $count ->
    [one] it
   *[other] they
} should count (`doorstep report --replies`).
report-written = Wrote { $file }.
replies-title = Sentences that should count, as learners say
replies-none = Nobody has filed one.
replies-phrase = Phrase { $id }
replies-choice = { $scenario }, scene { $scene }, choice { $choice }: like phrase { $id }
replies-choice-alone = { $scenario }, scene { $scene }, choice { $choice }: no phrase asks for the same
replies-by = Filed { $times ->
    [one] once
   *[other] { $times } times
}, first on { $since }, by { $names }.
replies-accepted = It stands among the good replies.
replies-heard = All of it is heard by now.
replies-gone = Its phrase is not there any more, or cannot hear it.
replies-unheard = Not heard: { $parts }.
replies-spoiled = { $part } (because of “{ $words }”)
replies-written = Written into { $file }, phrase { $id }: { $words }
replies-next = Not heard in it yet: { $parts }. `doorstep check` asks for it until the standard’s words are mended.

desk-count = { $count ->
    [one] one learner
   *[other] { $count } learners
}
desk-replies = Sentences that should count
desk-least = { $share } met: { $section }
desk-nothing = There is nothing here.
desk-not-open = This sentence is settled.
desk-only-looks = Somebody else’s plays are only looked at here.
do-list-after = next list
do-list-before = list before
do-accept-reply = accept
help-desk = The trainer’s desk: learners, what is met of the standard, choices that go wrong, what is lost, and sentences that should count. Left and right change the list; Enter opens a learner and then the review of a play, and writes a sentence among the good replies of its phrase.
