// What people say to a machine to see whether it talks back. One fixed sentence answers it.
// Whole utterances only: a question that merely begins with "hello" is a question.

import TextAnalysis

/// Recognises talk about the program itself, greetings, thanks, and abuse.
enum SmallTalk {
  /// Whether the whole of `words`, folded, is small talk.
  static func isAll(of words: [[UInt8]]) -> Bool {
    guard 1...8 ~= words.count else { return false }
    var utterance: [UInt8] = []
    for word in words {
      if !utterance.isEmpty { utterance.append(UInt8(ascii: " ")) }
      utterance += withoutApostrophes(word)
    }
    return utterances.contains(utterance)
  }

  private static let utterances = WordList(
    """
    hello,hi,hey,hello there,hi there,hey there,good morning,good afternoon,good evening,good night,goodbye,bye,\
    thanks,thank you,thank you very much,thanks a lot,cheers,how are you,how are you doing,how are you today,\
    who are you,what are you,whats your name,what is your name,do you have a name,are you a robot,are you a bot,\
    are you a machine,are you a computer,are you a human,are you human,are you real,are you a person,\
    are you a real person,are you a doctor,are you ai,are you an ai,are you a chatbot,are you chatgpt,is this a bot,\
    is this a robot,is this ai,is this an ai,is this a real person,is this chatgpt,am i talking to a robot,\
    am i talking to a bot,am i talking to a human,am i talking to a person,am i talking to a real person,\
    is anyone there,is anybody there,is someone there,who am i talking to,who made you,who built you,can you talk,\
    can you hear me,can you chat,talk to me,lets talk,say something,tell me a joke,do you love me,i love you,i hate you,\
    fuck,fuck you,fuck off,fuck this,screw you,go to hell,shut up,you suck,this sucks,you are stupid,youre stupid,\
    you are an idiot,youre an idiot,you are useless,youre useless,this is stupid,this is useless,you stupid machine,\
    stupid machine,stupid computer,stupid,idiot,bitch,asshole,bullshit,shit,piss off,go away,test,testing,blah,lol
    """, separator: UInt8(ascii: ","))
}
