# 界面文字。每种语言的键与参数必须一致，由测试保证。

# 资源包可以另起的叫法；没有起名时，下面这些各行各业都说得通。
-person = 对方
-play = 演练

# 各处
title = 登门 doorstep
tagline = 先练一遍，再上场。
too-small = 窗口至少要 { $width } × { $height }，现在是 { $now }。 / This needs a window of { $width } × { $height }; now it is { $now }.
colon = ：
quoted = “{ $words }”
stage-direction = （{ $how }）
seconds = { $seconds } 秒
minutes = { $minutes } 分钟
minutes-seconds = { $minutes } 分 { $seconds } 秒
moves = { $count } 步
turn-number = 第 { $number } 步
requirements = { $count } 条要求
kind-phrase = 用语
kind-step = 步骤
kind-condition-branch = 分情况
kind-etiquette = 礼仪
kind-attitude = 态度
kind-appearance = 仪表
kind-taboo = 禁忌
kind-equipment = 装备
kind-marketing = 营销
kind-language = 语言
tier-basic = 基础
tier-advanced = 进阶
tier-excellent = 卓越
more = { $sign } 下面还有 { $rows } 行：空格
search = 搜索：
type-to-search = 直接打字即可搜索
nothing-found = 没有找到。按 Esc 清除搜索。

# 键名
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-enter = 回车
key-backspace = 退格
key-space = 空格

# 键的作用
do-confirm = 确定
do-begin = 开始
do-take = 就这么做
do-debrief = 看讲评
do-again = 从这里重来
do-open = 打开
do-quit = 退出
do-leave = 离开
do-back = 返回
do-move = 移动
do-fold = 收起
do-unfold = 展开
do-change = 切换
do-page-up = 上一页
do-page-down = 往下读
do-first = 到开头
do-last = 到末尾
do-scroll = 滚动
do-hint = 提示
do-rewind = 回退
do-rename = 改名
do-merge = 合并
do-delete = 删除
do-repaint = 重画屏幕
do-suspend = 暂回命令行（fg 回来）
do-mouse = 鼠标开关
do-log = 记录
do-standard = 标准
do-language = { $language ->
    [none] 语言
   *[other] { $language }
}
do-help = 帮助
do-palette = 查找
do-mode = 模式
do-seed = 换种子
do-pick = 选择
do-pick-first = 选中
do-type = 打字

# 第一天与主页
language = 语言
your-name = 你的名字
change-with-arrows = ← → 切换
you-are = 你的角色：{ $role }
spoken-in-english = doorstep 不会说{ $language }：界面文字用英文，内容用{ $language }。
name-may-be-empty = 自我介绍时会说到；可以不填
somebody = 学员
enter-begins = 回车：开始第一次{ -play }
nothing-lost = 随时可以离开，每个选择都已存好。
go-on = 接着做：{ $title }
first-scenario = 开始：{ $title }
key-context-play = 演练中
key-context-review = 讲评中
play-a-scenario = 选一个情景（共 { $count } 个）
read-the-standard = 查看服务标准
language-is = 语言：{ $language }
learner-is = 学员：{ $name }
who-is-learning = 谁在练习？
somebody-new = 新学员：
learner-choose-first = 先用 ↓ 选一位学员。
learner-rename = { $name } 的新名字：
learner-merge = { $name } 的全部练习归到谁名下？用 ↓ 选好，按回车；之后就没有 { $name } 了。
learner-delete = 将彻底删除 { $name } 和全部练习。确定的话，输入名字或 y：
learner-alone = 还没有别的学员，没有人可以接收。
learner-renamed = { $name } 现在叫 { $new }。
learner-merged = { $into } 名下多了 { $count } 次练习；{ $from } 已不在了。
learner-merged-all = { $from } 的练习都归到 { $into } 名下了。
learner-left = { $folder } 里的其他文件原样留着。
learner-deleted = 已删除 { $name }。
learner-not-deleted = 没有删除 { $name }。
learner-plays = { $count } 次练习
learner-in-use = { $name } 正在另一个窗口里打开着。关掉那个窗口，或者选别的学员。
learner-in-use-by = { $name } 正在另一个窗口（进程 { $process }）里打开着。关掉那个窗口，或者选别的学员。
name-taken = 已经有一位 { $name } 了。换个名字，或者把两位合并。
same-learner = { $name } 不能和自己合并，请选另一位。
name-unseen = 这个名字什么都看不见。请输入 1 到 64 个字。
name-too-long = 这个名字太长了，最多 64 个字。
scenarios = 情景
not-played = 还没做过
played = 做过
plays-uncounted = 另有 { $count } 次未计入
best-so-far = 最好成绩 { $score }
palette = 查找一切
a-play = 演练
a-scenario = 情景
switch-mouse-off = 关闭鼠标点击，改为选中文字
switch-mouse-on = 开启鼠标点击
mouse-is-off = 鼠标点击已关闭，可以拖动选中文字。按 F9 再开启。
mouse-is-on = 鼠标点击已开启，可以点击和滚动。按 F9 关闭。
go-home = 回主页
switch-language = { $language ->
    [none] 切换语言
   *[other] 切换语言 { $language }
}

# 开始之前
briefing-facts = { $time } 开始计时。{ $mark } 分及格，满分 100。
mode-learn = 学习
mode-practice = 练习
mode-exam = 考试
learn-says = 有提示，每一步都讲原因
practice-says = 每一步都告诉你做到和违反了什么；没有提示
open-exam-says = 有一场还没考完：回车接着考
exam-says = 结束前什么都不说；没有提示，不能回退，不能查标准
seed = 种子
seed-says = 种子相同，遇到的事就相同
seed-is = 种子 { $seed }

# 情景中
question = 你怎么做？
play-over = 这次{ -play }结束了。回车：看讲评。
locked = （{ $reason }）
hint = 提示：
hint-mind = 这一步不必多做什么，留心这一条：{ $row }
hint-nothing = 这一步没有必须做的，费的只是时间。
why = 为什么：
ending = 结局：
timed-out = 时间到了。
appointment = 约好 { $time }
due-so-far = 该做的，到目前为止：
standing-met = 做到 { $count }
standing-late = 晚了 { $count }
standing-mended = 补好 { $count }
standing-spoiled = 没做好 { $count }
standing-broken = 违反 { $count }
standing-open = 待做 { $count }
now-due = 又有 { $count } 条该做的
no-longer-due = 有 { $count } 条不必再做
touched = 到目前为止
moves-so-far = 走过的每一步
mood = { -person }：{ $mood }
mood-upset = 生气
mood-displeased = 不悦
mood-calm = 平静
mood-friendly = 和气
mood-pleased = 满意
mood-change = { -person }：{ $from } { $arrow } { $to }
mood-still = { -person }：仍然{ $mood }
mark-met = 做到：
mark-broken = 违反：
mark-late = 顺序晚了：
mark-mended = 补好了：
mark-spoiled = 没做好：
mark-critical = 严重违规：
mark-yielded = 让路：
not-in-exam = 考试中没有提示，不能回退，也不能查标准。
exam-is-open = 这个种子的考试还没考完。先把它考完，或者换一个种子。
not-in-practice = 练习中没有提示。
nothing-to-rewind = 还没有可以收回的一步。
notice-rewound = 回到了第 { $count } 步之前。
notice-unsaved = 这次练习没存上：{ $why }。没关掉程序之前，还能从主页接着做。
notice-saved-again = 刚才做的都补存好了。
unsaved-mark = 没存上
cannot-stop = 这里没有命令行可回。按 Ctrl-C 退出。
notice-kept = 进度已存好，随时可以从主页接着做。
no-number = 新的练习已经编不了号：最后一个号 { $highest } 也占用了。把练习文件夹里的 { $highest }.ron 移走，再重新打开。
notice-edited = 情景后来改过，从还接得上的那一步继续。
notice-again = 从第 { $number } 步重来，首次成绩不变。
log = 前情

# 讲评
debrief = 讲评
score = { $score } 分
passed = 及格
failed = 不及格
pass-needs = （{ $mark } 分及格）
points-of = { $best } 点中得 { $points } 点
critical-broken = 有 { $count } 处严重违规
scale-pending = 正在计算这次{ -play }最多能得多少……
scale-unknown = { $points } 点。满分无法计算：{ $why }。
first-run-counts = 这是另一次尝试，首次成绩不变。
what-cost-most = 失分最多的地方
nothing-lost-here = 没有失分：该做的都按顺序做到了。
move-by-move = 逐步讲评
missed = 没有做到
given-way = 为别的规定让路
gave-way = 让位于{ $to }：{ $because }
first-chance = 第 { $number } 步（{ $time }）就有机会。
no-chance = 这条路上没有机会做到。
entry-met = 做到
entry-late = 顺序晚了
entry-mended = 补好了
entry-spoiled = 没做好
entry-missed = 没做
entry-broken = 违反
entry-extra = 不要求
entry-yielded = 让路
label-best = 最佳
label-good = 良好
label-inaccuracy = 欠妥
label-mistake = 失误
label-blunder = 严重失误
no-return = 第 { $number } 步之后，已不可能及格。
by-dimension = 各维度得分
curve = 每一步之后仍可达到的最高分
curve-told = 第一步之前为 100，最后一步之后为 { $last }；及格线 { $mark }。
pass-mark = 及格线 { $mark }
column-move = 步
column-choice = 选择
column-label = 评价
column-lost = 损失
column-reachable = 仍可达到
better = 更好的选择：
answer = 对方的回应：

### 屏幕上的讲评
do-next-move = 下一步
do-last-move = 上一步
do-read-back = 往回读
do-next-mistake = 下一处失误
do-last-mistake = 上一处失误
do-first-mistake = 第一处失误
do-first-move = 从第一步看
do-best-line = 最佳走法
do-as-html = 存为 HTML
do-as-markdown = 存为 Markdown
do-go-on = 接着做
keep-a-copy = F7 HTML，F8 Markdown：存一份
pass-line = { $mark } 分及格
review-pending = 正在逐步复盘……
first-run-scored = 这是另一次尝试，计分的仍是首次：{ $score } 分。
move-of = 第 { $number } 步，共 { $count } 步
only-choice = 没有别的可选
move-cost = 丢 { $cost } 分
move-cost-little = 丢不到 1 分
move-fails = 一步就不及格
given-up = 这一步放弃的要求（点数；全程共 { $best } 点）：
cost-on-average = 这样做平均要丢 { $average } 分；这次的运气{ $cost ->
    [0] 让你一分没丢
   *[other] 让你丢了 { $cost } 分
}。
luck-took = 另有 { $luck } 分是运气拿走的：换一步能留住，但当时谁也无从知道。
below-nothing = 点数已经低于 0，分数不会再往下掉。
or = ，或者
still-reachable = 还能达到 { $score }
no-return-here = 从这一步起，已经不可能及格。
no-return-at = 第 { $number } 步之后不可能及格
chance-here = 一直没有做到，这里是第一次机会：
count-best = 最佳 { $count } 步
count-good = 良好 { $count } 步
count-inaccuracy = 欠妥 ?! { $count } 步
count-mistake = 失误 ? { $count } 步
count-blunder = 严重失误 ?? { $count } 步
count-forced = 别无选择 { $count } 步
account-item = { $kind } { $count } 条
given-up-with = 第 { $number } 步放弃了它。
how-it-ended = 结局
no-more-mistakes = 这个方向上没有别的失误了。
notice-exported = 已存为 { $path }
nothing-to-export = 还没有可以存的内容。
best-line = 最佳走法
best-line-pending = 正在找最佳走法……
best-line-whole = 这次{ -play }最多能得 { $score } 分。
best-line-from = 从你的第 { $number } 步之前算起，最多能得 { $score } 分。
best-line-ends = 最佳走法到此为止。
no-best-line = 无法给出最佳走法：{ $why }。
critical-fails = 有 { $count } 处严重违规，一处就不及格。
where-you-stood = 你当时走到这里：
score-so-far = 目前得分
history = 做过的情景
your-plays = 看看做过的（{ $count } 次）
no-plays = 还没有做过。按 Esc 返回。
not-finished = 没做完
judged-anew = 情景后来改过，这里按现在的内容评判。
standard-edited = 标准后来改过，这里按现在的内容评判。
rules-edited = 当时按第 { $was } 版规则评判，这里按第 { $is } 版重新评判。
between-sentences = {""}
rewound = 有 { $count } 步收回过。
hinted = 看过 { $count } 次提示。
edited-midway = 做到一半时情景改过，后半段是从还接得上的那一步做起的。
seed-met = 这一趟以前遇到过：种子相同。
rewound-short = 收回 { $count } 步
mode-is = 模式：{ $mode }
no-hints = 没用提示
no-rewinds = 没有回退
hinted-short = 提示 { $count } 次
seed-met-short = 种子遇到过
rules-short = 第 { $edition } 版规则
again-from = 从第 { $number } 步重来
play-unfit = 情景后来改过，这一次已经接不上了。
scenario-gone = 情景“{ $id }”已经不在了。
ago-now = 刚刚
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前
help-best-line = 从你刚才那一刻起的最佳走法，一步一步看：还能选什么，选了什么，对方怎么回应，得分到了哪里。这里什么都不会存。
help-history = 你做过的全部，最近的在前。回车打开讲评；没做完的，回车接着做。

# 标准
standard-counts = { $clauses } 条条款，{ $requirements } 条要求
when = 何时：
facts = 确切要求：
elements = 必须说到：
counts-in = 计入：
cite = { $section } { $clause }
is-critical = 红线：碰了就不及格。{ $reason }
weight-minor = 次要，{ $points } 点
weight-normal = 一般，{ $points } 点
weight-major = 重要，{ $points } 点

### 写剧本时的预览
preview = 预览
preview-seed = 种子 { $seed }
preview-reading = 正在读 { $file } …
preview-version = 第 { $number } 版
preview-older = 文件现在演不了，这里还是上一版
preview-nothing = 文件还演不了。照列出的问题改好，一存盘，就从这里开演。
preview-clean = 没有发现问题
preview-checking = 正在走遍每条路…
preview-errors = { $errors } 个错误
preview-others = { $others } 条提醒
preview-stopped = 你走过的路停在第 { $at } 步（共 { $all } 步）：“{ $choice }”在这里已经选不了。
preview-hidden = 此刻不出现：{ $ids }
preview-shown-by = 这样走就能看到：{ $choices }
preview-no-way = 这一条没有哪条路能演出来，请看文件里的那一行。
preview-what = 输入 1 到 { $count } 的数字或选项编号；u 退一步，r 从头来，q 离开。
finding-error = 错误
finding-warning = 警告
finding-note = 提示
do-findings = 问题
do-show-finding = 走到那里
do-play = 回到剧本
do-restart = 从头来
help-preview = 你写的剧本，学员看到的就是这样，每个选项后面多一个编号。在编辑器里存盘，这里马上重读；只要走过的选择还在，你就还站在原处。文件写到一半时，留着上一版。
help-findings = 最新一版的全部问题，重的在前。按回车，直接走到能看见它的那一刻。
do-scenes = 场景
do-dice = 骰子
state-within = { $value }（{ $from } 到 { $to }）
state-yes = 是
state-no = 否
state-drawn = { $outcome }，已揭晓
state-not-drawn = 还没揭晓
state-wanted = 指定：{ $outcome }
state-as-drawn = 由骰子定
scene-unreached = 怎么走都到不了
scene-not-found = 还没找到走法：状态没有走完
preview-scene-unreached = 怎么走都到不了 { $scene }。
preview-scene-not-found = 没有找到走到 { $scene } 的走法；状态没有走完。
preview-no-seed = 试了 { $count } 个种子，照你指定的结果都走不到 { $scene }。
preview-no-dice = 试了 { $count } 个种子，{ $chance } 都掷不出这个结果；骰子没有动。
preview-no-draw = 试了 { $count } 个种子，都掷不出你指定的结果；骰子没有动。
help-scenes = 剧本里的全部场景。打字按名称或地点搜索；回车用最短的走法直接过去，种子取第一个走得通的。
help-dice = 此刻的各项数值，和每个随机项掷出了什么。左右键指定选中的一项掷出什么，或者交回骰子；程序会找一个掷得出来的种子，你走过的路不变。

# 帮助
help = 帮助
help-mouse = 凡是按键能做的，点一下也行；滚轮可以滚动。想用鼠标选中、复制文字，按 F9 关闭点击，下次打开也记得。
help-welcome = 选语言，填名字，按回车。名字写在成绩上，也决定你接着做的是哪一次。
help-home = 一切从这里开始。方向键加回车，或者直接按前面的数字。
help-learners = 选择谁在练习，或打一个新名字再按回车。每个学员有自己的进度和成绩。选中一位后，Ctrl-E 改名，Ctrl-O 把练习并到另一位名下，Ctrl-X 删除（会先确认）。
help-list = 所有情景和到目前为止的最好成绩。打字即搜索，回车看情况说明。
help-briefing = 先读开始前就知道的情况，选要多少帮助，然后开始。种子决定会遇到什么：种子相同，遇到的事就相同。
help-play = 读完再选：按数字，或方向键加回车。时钟是模拟的：你选择之后它才走，等待也是一种选择。每个选择立刻存好，随时可以离开。学习模式下，上方分开计数：✓ 做到，≈ 顺序晚了，↺ 补好了，⊘ 没做好，✗ 违反，○ 该做还没做。
help-log = 这次{ -play }到目前为止发生的一切。
help-standard = 整部标准。方向键在树里走，回车展开和收起；打字可以搜索条号、编号和任何语言的文字。
help-debrief = 对你这次{ -play }的评判。曲线是每一步之后还能达到的最高分。左右键逐步看，Tab 跳到下一处失误；回车回到这一步之前重来，F12 从那里看最佳走法。计分的始终是首次。F7、F8 把讲评存一份。
help-palette = 打几个字：命令、情景或条款，然后按回车。

### 覆盖
coverage = 标准覆盖
coverage-signs = 图例
coverage-scenarios = 情景
coverage-by-requirement = 演练中会遇到的要求
coverage-by-section = 各章节演练中会遇到的要求数
coverage-never = 怎么演都碰不到的要求：接下来该写的
coverage-none-never = 没有碰不到的要求。
coverage-reach = 能选到什么，有人试过什么
coverage-requirement = 要求
coverage-section = 章节
coverage-together = 合
coverage-critical = 严重
coverage-number = 编号
coverage-possible = 写了 { $written } 个选项、{ $endings_written } 个结局，能走到的选项 { $choices } 个、结局 { $endings } 个。
coverage-bounded = 状态太多，走到 { $states } 个就停了；没列出来的也可能发生。
coverage-plays = { $count ->
    [0] 还没有存下的演练。
   *[other] 存下的 { $count } 次演练走过 { $choices } 个选项、{ $endings } 个结局。
}
coverage-walks = { $count ->
    [0] 还没有走查脚本。
   *[other] { $count } 份走查脚本走过 { $choices } 个选项、{ $endings } 个结局。
}
coverage-untried = 没人试过：
coverage-total = { $all } 条要求中，演练会遇到 { $touched } 条（{ $share }%）。
coverage-total-kinds = 能做到的 { $met } 条，会违反的 { $breakable } 条，该做且做对做错都有可能的 { $whole } 条；从未涉及的 { $never } 条。
heat-whole = 该做；有的走法做到，有的走法违反
heat-met = 该做，能做到；没有诱人犯错的选项
heat-extra = 能做到，但从不要求：做了不得分
heat-breakable = 只可能违反
heat-owed = 该做，却怎么走都做不到
heat-idle = 有选项写到，但演练走不到那里
heat-nothing = 情景里没有

### 地图
graph-counts = { $scenes } 个场景，{ $choices } 个选项，{ $endings } 个结局。
graph-best = ★ 和粗线：种子 { $seed } 下的一条最佳走法，{ $moves } 步得 { $points } 点。
graph-best-green = ★ 和绿色：种子 { $seed } 下的一条最佳走法，{ $moves } 步得 { $points } 点。
graph-crowd = 百分数和线的粗细：一群人（{ $policy }，种子 { $seed }）演了 { $plays } 次，其中有多少次至少选过一次这一项、走过一次这条线。
graph-plays = 百分数和线的粗细：存下的 { $plays } 次演练里，有多少次至少选过一次这一项、走过一次这条线。每次演练只看计分的那一遍。
graph-no-plays = 这个情景还没有存下的演练。
graph-whenever = 方括号里的名字，例如 [time]，是几个值中的一个，要看怎么演。
graph-unreached = ✗ 和虚线：怎么走都到不了。
graph-bounded = 状态太多没有走完：画成虚线的也可能走得到。
graph-start = 起点
graph-ending = 结局
graph-closing = 结局（时间到了也在这里）
graph-never = ✗ 走不到
graph-stays = 留在这里

### 改动
diff-same = 没有变化。
diff-renamed = 编号从 { $old } 改成了 { $new }：存下的演练按编号找情景，旧编号的演练从此找不到情景了。
diff-nothing = 文件不同，但比较过的都没变：内容和文字一样，最佳走法、评价和要求也一样。
diff-judged-alike = 对学员的评判没有变：最佳走法、评价和要求都一样。
diff-sampled = 骰子共有 { $all } 种结果，比较了其中 { $compared } 种。
diff-pass-mark = 及格线原来是 { $old }，现在是 { $new }。
diff-best-plays = 骰子的 { $all } 种结果里，有 { $changed } 种的最佳走法变了。原来的最佳走法现在：
diff-unfit = 走不通了（{ $count } 种）
diff-fails = 不及格了（{ $count } 种）
diff-less = 及格，但不到 100（{ $count } 种）
diff-full = 仍得 100，与新走法并列（{ $count } 种）
diff-example = { $dice }：{ $outcome }
diff-parts-after = 第 { $number } 步（{ $before }）之后，原来最好选 { $old }，现在是 { $new }。
diff-parts-at-start = 第一步原来最好选 { $old }，现在是 { $new }。
diff-the-end = 结束
diff-goes-on = 走了 { $moves } 步，还没有结束
diff-stop-over = 还没到第 { $number } 步（{ $choice }）就结束了
diff-stop-gone = 第 { $number } 步：已经没有 { $choice } 这个选项
diff-stop-closed = 第 { $number } 步：{ $choice } 选不了
diff-scale = 骰子的 { $all } 种结果里，有 { $changed } 种的满分点数变了
diff-points = 最佳点数：原来 { $old }，现在 { $new }。
diff-points-example = 例如 --seed { $seed }：原来 { $old }，现在 { $new }。
diff-labels = { $moved } 个选项的评价变了（比较了 { $situations } 步：原来的最佳走法，以及走偏一步）
diff-label = { $choice }：{ $old } → { $new }
diff-label-where = [{ $times } 处；--seed { $seed }，走了 { $moves } 步之后]
diff-no-label = 无评价
diff-requirements = { $count } 条要求的练法变了
diff-due = 该做
diff-remedy = 补救与否
diff-uncovered = · 这里不再涉及
diff-covered = · 这里新涉及
diff-parts = 文件里
diff-scenes-added = + 场景
diff-scenes-removed = - 场景
diff-choices-added = + 选项
diff-choices-removed = - 选项
diff-endings-added = + 结局
diff-endings-removed = - 结局
diff-reworded = ~ 改了文字
diff-reworded-in = { $name }（只改了 { $languages }）
diff-more = ……还有 { $count } 个（--json 列出全部）
diff-stored = 存下的 { $all } 次演练中，有 { $stale } 次因此过时
diff-stale-before = 另有 { $count } 次本来就过时：演练用的是别的版本。
diff-play-same = { $now }，和原来一样
diff-play-changed = 原来：{ $was }；现在：{ $now }

# 纯文本
working = 还在算，已 { $seconds } 秒（按 Ctrl-C 停止）
working-of = 已查完 { $done }/{ $all } 个场景，已 { $seconds } 秒（按 Ctrl-C 停止）

plain-left = 进度已经存好，再用同一条命令就能接着来。
plain-left-unsaved = 这次练习没存上：{ $why }。退出后就没有了。
plain-unsaved = （现在存不了进度：{ $why }。可以接着做。）
plain-left-nameless = 这次就到这里。
going-on = 接着上次的地方往下走。

### 纯文本，一间一间
plain-stop = 。
plain-comma = ，
plain-semicolon = ；
plain-command = { $typed } { $does }
plain-here = 这里可以输入：{ $all }。
plain-one-number = 数字 1
plain-numbers = 数字 1 到 { $count }
plain-not-understood = 这里不认识“{ $typed }”。
plain-nothing-typed = 还没有输入。
plain-ask-help = 输入数字，按回车。输入问号（?）可以听还能输入什么。
plain-do-confirm = 确定选中的
plain-do-hint = 提示
plain-do-take-back = 退回一步
plain-do-say-again = 再说一遍
plain-do-log = 记录（到目前为止发生的一切）
plain-do-steps = 进度（做到的和待做的）
plain-do-standard = 标准，后面加词就是搜索
plain-do-next = 下一个
plain-do-previous = 上一个
plain-do-mistake = 下一处失误
plain-do-again = 加步数，从那一步重来
plain-do-best = 最佳走法，可以加步数
plain-do-html = 讲评存为 HTML
plain-do-markdown = 讲评存为 Markdown
plain-do-all = 全部逐步讲评
plain-do-rename = 加编号：改名
plain-do-merge = 加编号：把练习并给别人
plain-do-delete = 加编号：删除
plain-do-language = { $language ->
    [none] 换一种语言
   *[other] 换成{ $language }
}
plain-do-help = 这里能输入什么
plain-do-back = 返回
plain-do-leave = 离开
plain-welcome = 每做一个选择都会存好进度。输入 { $language ->
    [none] ? 听帮助，输入 q 离开。
   *[other] lang 换成{ $language }，输入 ? 听帮助，输入 q 离开。
}
plain-ask-name = 你叫什么名字？自我介绍时会说到。不想说名字，直接按回车。
plain-a-name = 名字
plain-nobody = 没有留名字
go-on-none = 接着做：没有做到一半的
plain-language = 语言：{ $language ->
    [none] { $own }
   *[other] 换成{ $language }
}
plain-leave = 离开
plain-is-home = 这里就是主页，没有上一层了。要离开请输入 q。
plain-goodbye = 再见。
plain-working = 正在计算……
plain-somebody-new = 输入编号选人，或者输入一个新名字。输入 rename 1、merge 1、delete 1，可以改名、合并、删除那个编号的学员。
plain-which-learner = 后面要加学员的编号，例如“改名 1”。
plain-merge = { $name } 的全部练习归到谁名下？输入编号；之后就没有 { $name } 了。
plain-scenarios = 情景。输入编号听情况说明，输入词语可以搜索。
plain-words-to-search = 要搜索的词语
plain-nothing-found = 没有找到，下面还是全部。
plain-nothing-found-for = 没有找到“{ $words }”。
plain-found = 有 { $count } 条要求提到“{ $words }”。
plain-offered = { $mode }（建议）
plain-open-exam = 有一场还没考完，选这个接着考
plain-seed = 种子 { $seed }：种子相同，遇到的事就相同。输入 4 换一个。
plain-ask-seed = 输入一个整数作种子；输入 0，随机换一个。
plain-a-seed = 种子
plain-place = 地点：{ $place }
plain-you = 你：{ $choice }
plain-locked = 现在不能选：{ $choice }
plain-due = 该做的：
plain-mood-better = { -person }心情好转：刚才{ $before }，现在{ $now }。
plain-mood-worse = { -person }心情变差：刚才{ $before }，现在{ $now }。
plain-mood-bit-better = { -person }心情好了一点，仍然{ $now }。
plain-mood-bit-worse = { -person }心情差了一点，仍然{ $now }。
plain-now-due = 又有 { $count } 条该做的。
plain-no-longer-due = 有 { $count } 条不必再做。
plain-picked = 选中了 { $number }：{ $choice } 再输入 { $number } 或者 y 就定了；也可以另选。
plain-pick-first = 还没有选，先输入数字。
plain-taken-back = 第 { $number } 步收回了：{ $choice }
plain-log = 到目前为止：
plain-no-steps = 目前还没有该做的或做过的。
plain-steps-closed = 考试要到结束才说。
plain-over = 这次{ -play }结束了，下面是讲评。
plain-review-offer = 输入 1 到 { $count }，听那一步的讲评；n 下一步，m 下一处失误，a 加步数从那一步重来。输入 ? 听全部能输入的。
plain-again-which = 后面要加步数，1 到 { $count }，例如“重来 1”。
plain-no-more-moves = 这个方向上没有别的步了。
plain-no-more-mistakes = 后面没有失误了。
plain-nowhere-to-keep = 这次没有留名字，讲评没有地方存。请加上 --learner 和名字再来。
plain-label-count = { $label } { $count } 步
plain-price-of = { $worth } 点中得 { $points } 点
plain-price = { $points } 点
plain-minus = 负 { $number }
plain-lost = 少 { $number } 点
plain-won = 换来 { $number } 点
plain-best-offer = 输入 n 听最佳走法的第一步，p 上一步，b 返回。
plain-also-open = 当时还可以选：{ $choices }
plain-score-so-far = 目前得分：{ $score } 分。
plain-history = 做过的情景，最近的在前。输入编号打开。
plain-history-page = 做过的情景，最近的在前，第 { $page } 页，共 { $pages } 页。输入编号打开，n 下一页，p 上一页。
plain-no-more-pages = 这个方向上没有别的页了。
plain-no-plays = 还没有做过。输入 b 返回。
plain-not-utf-8 = 当前区域设置 { $locale } 不是 UTF-8，改用简单符号，中文可能显示不了。请把 LC_ALL 设为 UTF-8 的，例如 zh_CN.UTF-8。

# 题目
asking-you = 你
asking-right = 是哪一个？
asking-all-right = 哪几个是对的？可能不止一个。
asking-first = 最先做哪一步？
asking-next = 接着呢？（第 { $number } 步，共 { $of } 步）
asking-partner = { $left }：该配哪一个？
asking-holds = 这话站得住吗？
asking-reason = 理由是哪一条？
asking-best = 怎么做最好？
asking-worst = 哪一种最不能做？
asking-mistake = 你说的话里，哪一句不妥？
asking-true = 站得住
asking-false = 站不住
asking-no-mistake = 都没有问题
asking-is-right = 对了。
asking-is-wrong = 不对。
asking-is-partly-right = 对了一部分：100 分里得 { $points } 分。
asking-yours-right = 你选的，对
asking-yours-wrong = 你选的
asking-missed = 对的是
asking-worth-best = 最好
asking-worth-good = 其次
asking-worth-poor = 不好
asking-worth-worst = 最糟
asking-claim = { $claim }（{ $clause }）
asking-that-is-all = 就这些
question-of = 第 { $number } 题，共 { $count } 题
question-again = 再来一次
question-pick-one = 先至少选一个。
questions = 题目
questions-mixed = 混着来一组
questions-drawn = { $count } 题里抽 { $drawn } 题
questions-over = { $count } 题，一次就答对 { $right } 题。
practise-questions = { $count ->
    [0] 做题练习：这里没有题目
   *[other] 做题练习（{ $count } 题）
}
help-questions = 按章节练题。一组不长；没答对的，最后会再问，直到答对。
help-question = 看清情形再答：按数字，或者方向键加 Enter。可能不止一个对的，就一个一个勾，最后选“就这些”。答完会告诉你哪个对、为什么；F6 打开那一条。
plain-no-questions = 这里没有题目。
plain-numbers-together = 几个数字，中间用空格隔开
plain-question-next = 输入 n 继续。
asking-out-of-place = { $number }（你没放在这里）
asking-not-its-partner = { $left }（你配的不是这个）
today-do = 今天：大约 { $minutes } 分钟
activity-questions = { $count } 道题
reasons-missed = { $count } 道以前错过
reasons-due = { $count } 道看看还记得吗
reasons-new = { $count } 道没碰过
today-done = 今天的做完了。还想练，下面几行随时都在
today-rest = 今天：没有到期的，{ $day }再来
today-nothing = 今天：还没有可练的
today-nobody = 今天：留了名字，才记得住你哪里错过
in-days = { $days ->
    [0] 今天
    [1] 明天
   *[other] { $days } 天后
}
activity-moment = 自己走错的一步：{ $title }
activity-question = 一道题：{ $section }
activity-visit = 一个情景：{ $title }
activity-unit = 课程：{ $title }
reason-own-mistake = { $times ->
    [1] 你在这里走错过
   *[other] 你在这里走错过 { $times } 次
}：{ $what }
reason-failed-today = 今天刚错过，再来一次。
reason-often-missed = 这一条你错过 { $times } 次：{ $what }
reason-due = { $days ->
    [1] 昨天做过，看看记住没有。
   *[other] 上次做是 { $days } 天前，看看还记得吗。
}
reason-exam = 到考试那天可能会忘。
reason-covers = 走一趟能练到 { $due } 条到期的要求。
reason-next-unit = 课程里接下来是它。
reason-weakest = “{ $section }”是你最生的一章。
reason-first-time = 还没碰过的。
today-title = 今天
today-minutes = 每天 { $minutes } 分钟
today-minutes-says = 按 ← → 改
today-spent = 今天已练 { $minutes } 分钟
today-better = 今天的长进
today-gained = 有 { $count } 条要求记住了
today-tomorrow = 下次先练：{ $what }
help-today = 今天练什么，要紧的在前：自己走错的、可能快忘的，然后是新的。不会超过你给的分钟数；排不下的不算欠账。
do-start = 开始
do-minutes = 分钟
help-moment = 你自己某次演练里走错之前的那一刻：人是同样的人，骰子是同样的骰子。这回换个走法；好不好，按复盘的标准判。
moment-title = 自己走错的一步
moment-before = 之前：
moment-judging = 正在看你这一步……
moment-passed = 这就对了：{ $label }。
moment-failed = 还不行：{ $label }。
moment-better = 更好的是：{ $choice }
moment-about = 这里考的是：{ $what }
moment-unjudged = 这一步没法判：{ $why }
moment-dropped = 你有一步练不成了：{ $why }。
today-next = 下次练：{ $day }。
in-clause = （{ $clause }）
plain-do-minutes = 后面写数字，每天练几分钟
plain-minutes-wrong = 后面写上分钟数，1 到 120，例如：分钟 15
course-title = 课程
course-none = 课程：这里没有课程
course-nobody = 课程：留了名字，才记得住你学到哪里
course-row = 课程：{ $title }（{ $count } 个单元，学完 { $done } 个）
course-unit-of = 第 { $number } 单元，共 { $count } 个
unit-done = 学完了
unit-locked = 还没开：先学完“{ $unit }”
unit-next-lesson = 可以学：先读课文
unit-next-visit = 可以学：自己走一趟，要及格
unit-next-check = 可以学：答它的几道题
unit-worked = 先看一遍：照标准走下来，一步一步，每步都有道理
unit-visit = 自己走一趟：{ $title }
unit-check = 答 { $count } 道题
unit-is-done = 做到了
unit-then = 轮到你了
unit-no-visit = 这一趟走不成：它的情景文件有错。
lesson-steps = 怎么做
lesson-if = 如果{ $case }
lesson-step-if = 如果{ $case }：{ $says }
lesson-good = 这样说
lesson-bad = 别这样说
lesson-aloud = 念出声来，括号里的一样不能少
help-course = 按顺序学。一个单元有课文、一遍示范、自己走一趟，还有几道题。走一趟及格、题都答对，就算学完，下一个单元随之打开。想不按顺序，任何情景都可以从情景列表里直接练。
help-unit = 把课文读到底，再做下面的：看一遍示范、自己走一趟、答题。读到哪一行都可以离开，回来接着学。
plain-unit-offer = 输入数字就开始；r 重读课文，b 返回。
