// Figures of speech: words that do not mean what they say. "I'm dying to know" is not about dying.
// What patients also say and mean ("a pain in the neck", "bloody urine", "I almost died from it") is none.
// Looked for after the crisis card has been asked, and passed over where the operator gave their words a meaning.

import TextAnalysis

/// Common English figures of speech.
enum Idioms {
  /// Where in `words`, folded, a figure of speech stands: its words are not searched.
  static func ranges(in words: [[UInt8]]) -> [Range<Int>] {
    figures.matches(in: words.map(withoutApostrophes))
  }

  private static let figures = WordPatterns(
    """
    dying|die|itching|desperate to|for know|try|find|hear|see|ask|get|start, dying|itching|desperate to, dying of curiosity, \
    out of curiosity, just curious, so much|bad|badly i could die, nearly|almost died when i saw|heard|read|opened, \
    nearly|almost died of|from laughter|shame|embarrassment|boredom|curiosity, die|died laughing, \
    scared|bored|worried|frightened|sick|tired|tickled to death, scared stiff|silly|shitless, worried sick|stiff, \
    bored out of my|your mind|skull, out of my mind|depth, dead tired|serious|set|beat|certain|sure|wrong|broke, \
    sick and tired of, sick of, fed up with|of, had it up to here, \
    kill|murder|strangle|slaughter|shoot me|us if|when|for, have my head|hide, kill|killing for a|an|some, would|could kill for, \
    is|are|was|were killing me|us, kills me, is|be the death of me, killing time, to kill time, kill some|the time, \
    cost|costs|costing an arm and a leg, costs|costing me an arm and a leg, arm and a leg, give my right|left arm, \
    whats the damage, at the end of my|the rope|tether, at the end of the day, at my wits end, on my last legs, \
    to make a long story short, long story short, in a nutshell, to be honest|frank|fair|clear|sure|safe, not gonna lie, \
    not going to lie, lets be honest|real, by the way, for that matter, as a matter of fact, in the first place, \
    first of all, last but not least, on top of that|it, on the other hand, in other words, in plain words|english|language, \
    in simple words|terms, so to speak, if you will, you know what i mean, know what i mean, if that makes sense, \
    for good measure, for sure, for certain, for real, for the record|life of me, of course, no matter, \
    out of the blue, once and for all, sooner or later, more or less, little by little, bit by bit, again and again, \
    over and over, all of a sudden, every now and then, now and then, once in a while, \
    on earth, in the world, in hell, the hell|heck, what the fuck, the fuck, as hell|heck, like hell|crazy|mad, \
    freak|freaks|freaking|freaked|freakin out|about, freaking, freakin, bloody hell, damn, goddamn, fucking, fuckin, \
    fingers crossed, knock on wood, touch wood, bear with me, pardon|excuse my|me, cut to the chase, \
    beat around the bush, pick your|their brain|brains, crossed my mind, on my mind, \
    rule|rules|ruled|ruling it|me|him|her|them out, rule|rules|ruled|ruling out, mess|messes|messing|messed|screw|screws up|with, \
    set|sets|setting me|us|you back, look|looking forward to, have|has|got to do with, goes|go|going|went on, \
    take|takes|taking place, make|makes sense|sure, no idea, not a clue, any clue, two cents, \
    heart set on, break|breaks|breaking|broke my heart, heart out, from the bottom of my heart, by heart, \
    head over heels, heads up, wrap my head around, over my head, pain in the ass, sick joke, blind as a bat
    """)
}
