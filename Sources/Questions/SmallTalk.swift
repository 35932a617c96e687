// What people say to a machine to see whether it talks back, or in reply to what they read. Fixed sentences answer it.
// Whole utterances only: a question that merely begins with "hello" or "ok" is a question.

import TextAnalysis

/// Recognises talk about the program itself, greetings, thanks, abuse, and replies that ask nothing.
enum SmallTalk {
  enum Kind: Hashable {
    /// To the program, or about it: "hello", "are you a robot", abuse.
    case chat
    /// Of what was read: "ok", "yes", "thanks, got it".
    case reply
    /// Of what was read, too: "what?", "I don't understand".
    case puzzled
    /// "I want to talk to a person", "call the nurse".
    case wantsPerson
  }

  private static let mostWords = 10

  /// What kind of small talk the whole of `words`, folded, is; `nil` where it is none.
  static func kind(of words: [[UInt8]]) -> Kind? {
    guard 1...mostWords ~= words.count else { return nil }
    let plain = words.map(withoutApostrophes)
    var utterance: [UInt8] = []
    for word in plain {
      if !utterance.isEmpty { utterance.append(UInt8(ascii: " ")) }
      utterance += word
    }
    if utterances.contains(utterance) { return .chat }
    if puzzlement.contains(utterance) { return .puzzled }
    if personWishes.contains(utterance) || isWishForPerson(plain) { return .wantsPerson }
    if isMade(of: replies, and: politeness, plain) { return .reply }
    if isMade(of: abuse, and: targets, plain) || isMade(of: machines, and: addresses, plain) { return .chat }
    return nil
  }

  /// Whether `words` name somebody, say what to do with them, and hold nothing else but courtesies: "can I talk to a doctor" does,
  /// "can I talk to a doctor about nausea" and "will I see a doctor" ask something.
  private static func isWishForPerson(_ words: [[UInt8]]) -> Bool {
    guard words.contains(where: persons.contains), words.contains(where: summons.contains) else { return false }
    return words.allSatisfy { persons.contains($0) || summons.contains($0) || requests.contains($0) }
  }

  /// Whether all of `words` are on one of two lists, and some on the first.
  private static func isMade(of core: WordList, and others: WordList, _ words: [[UInt8]]) -> Bool {
    var hasCore = false
    for word in words {
      if core.contains(word) { hasCore = true } else if !others.contains(word) { return false }
    }
    return hasCore
  }

  private static let utterances = WordList(
    """
    hello,hi,hey,hello there,hi there,hey there,hiya,howdy,greetings,good morning,good afternoon,good evening,good day,good night,\
    goodbye,bye,bye bye,see you,see you later,thank you,thank you very much,how are you,how are you doing,how are you today,\
    hows it going,whats up,sup,who are you,what are you,what can you do,what do you do,whats your name,what is your name,\
    do you have a name,are you real,are you a person,are you alive,do you have feelings,do you sleep,where are you,\
    are you a real person,are you a doctor,are you a nurse,is this a real person,am i talking to a person,\
    am i talking to a real person,is anyone there,is anybody there,is someone there,is somebody there,anyone there,anybody there,\
    are you there,who am i talking to,who is this,who made you,who built you,who wrote you,can you talk,can you hear me,\
    can you chat,can you understand me,talk to me,lets talk,lets chat,say something,tell me a joke,tell me a story,sing a song,\
    do you love me,do you like me,i love you,i hate you,i like you,will you marry me,go to hell,shut up,shut the fuck up,\
    go away,leave me alone,piss off,test,testing,test test,testing testing,this is a test,blah,blah blah,blah blah blah,asdf,qwerty,lol
    """, separator: UInt8(ascii: ","))

  private static let puzzlement = WordList(
    """
    what,huh,eh,sorry,pardon,pardon me,excuse me,come again,say that again,sorry what,wait what,what did you say,what do you mean,\
    what do you mean by that,what does that mean,what does this mean,what does it mean,what is that supposed to mean,\
    i dont understand,i do not understand,dont understand,i dont understand this,i dont understand that,i dont understand it,\
    i still dont understand,i cant understand this,i cant understand that,i didnt understand,i didnt understand that,\
    i dont get it,i do not get it,dont get it,i dont get this,i dont get that,i dont follow,im confused,i am confused,confused,\
    this is confusing,that is confusing,thats confusing,im lost,i am lost,explain,explain that,explain this,please explain,\
    can you explain,can you explain that,can you explain this,could you explain,could you explain that,in plain english,\
    can you say that in plain english,i dont know what that means,i dont know what this means,i have no idea what that means,\
    makes no sense,that makes no sense,this makes no sense,it makes no sense
    """, separator: UInt8(ascii: ","))

  private static let personWishes = WordList(
    """
    who can i ask,who do i ask,who should i ask,who can i talk to,who do i talk to,who can i speak to,who do i speak to,\
    who can i speak with,who can i talk with,who can help me,where is the nurse,wheres the nurse,where is the doctor,\
    wheres the doctor,where is the staff,where are the staff,where is everyone,where is everybody,i need a nurse,i need a doctor,\
    i need a person,i need a human,i need staff,i want a nurse,i want a doctor,i want a person,i want a human,i want a real person,\
    nurse,doctor,nurse please,doctor please,human please,person please,real person,a real person,real person please,\
    is there a nurse here,is there a doctor here,is there anyone i can talk to,is there anybody i can talk to
    """, separator: UInt8(ascii: ","))
  private static let persons = WordList(
    """
    person human nurse nurses doctor doctors dr physician staff someone somebody receptionist reception clinician professional \
    member assistant attendant operator representative agent
    """)
  private static let summons = WordList(
    "talk talking speak speaking chat call calling phone get fetch find bring page ask contact see reach help")
  private static let requests = WordList(
    """
    i id im we want wants wanna need would like love to with a an the my your this here now right please can could may you me us let of \
    in on for real live actual other another qualified just instead rather is there who hi hello and go be able
    """)

  /// Each of these alone is a reply.
  private static let replies = WordList(
    """
    ok okay okey oki k kk okie yes yeah yea yep yup ya no nope nah sure alright thanks thank thx thanx ty cheers understood gotcha \
    great perfect cool awesome haha hahaha hmm hm mhm aha noted nevermind agreed wow
    """)
  /// What may stand beside them.
  private static let politeness = WordList(
    """
    oh ah well so very much a lot you then it got i see that thats is was all for now really of course please never mind nice good fine \
    right sounds got many again not me im done just the helpful useful know knew
    """)
  private static let abuse = WordList(
    """
    fuck fucking fuckin fucked fucker motherfucker shit shitty bullshit bs crap crappy bitch asshole idiot idiots idiotic moron stupid \
    dumb dumbass useless suck sucks sucked bastard dick cunt wtf goddamn damn loser garbage trash rubbish worthless pathetic screw piss
    """)
  private static let targets = WordList(
    """
    you youre are u ur this that thats is was it its machine computer robot bot program system thing app kiosk website screen so such a \
    an the piece of very really just off go to hell shut up what absolutely totally completely all oh and me no again
    """)
  private static let machines = WordList("robot bot human humans ai chatbot chatgpt gpt siri alexa")
  private static let addresses = WordList(
    """
    are r you u youre your is this that it a an the real live actual just or am i talking speaking chatting to with machine computer \
    person not even so some kind of like
    """)
}
