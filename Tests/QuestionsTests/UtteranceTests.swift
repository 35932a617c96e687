// What is no question: small talk, replies, abuse, and other languages; and English questions that only look so.

import Documents
import InvertedIndex
import Testing

@testable import Questions

@Suite struct UtteranceTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  @Test(arguments: [
    "ok", "OK.", "okay", "yes", "No", "no thanks", "thanks ok", "ok thank you", "Thanks!", "thx", "ty", "yes please",
    "sure", "alright then",
    "got it thanks", "oh ok", "ok, I see", "cool", "great, thank you so much", "no that's all", "nope",
    "never mind thanks", "hmm ok", "wow",
    "yeah I know", "thanks a lot",
  ])
  func `a reply asks nothing`(text: String) throws {
    #expect(try reader.read(text).form == .reply)
  }

  @Test(arguments: [
    "hello", "Hi there!", "good morning", "how are you?", "bye", "are you a robot", "R u a bot?", "are you human",
    "is this a real human",
    "am I talking to a bot or a human", "is this chatgpt", "are you just a machine or some kind of AI", "who made you",
    "is anybody there",
    "you are stupid", "this is bullshit", "you stupid fucking machine", "fuck this", "go to hell", "you suck",
    "what the fuck is this",
    "useless piece of crap", "wtf", "tell me a joke", "I love you", "test",
  ])
  func `talk to the program is small talk`(text: String) throws {
    #expect(try reader.read(text).form == .smallTalk)
  }

  @Test(arguments: [
    "I want to talk to a person", "can I speak to a nurse", "call the doctor", "please get someone",
    "can I talk to a human?",
    "who can I ask", "Nurse!", "I need to see a doctor now", "is there someone here I can talk to", "where's the nurse",
    "let me speak with a member of staff", "can somebody help me",
  ])
  func `somebody to talk to is wanted`(text: String) throws {
    #expect(try reader.read(text).form == .wantsPerson)
  }

  @Test(arguments: [
    "what?", "huh", "I don't understand", "i dont get it", "What does that mean?", "I'm confused", "explain that",
    "sorry?",
  ])
  func `what was read is not understood`(text: String) throws {
    #expect(try reader.read(text).form == .puzzled)
  }

  @Test(arguments: [
    "will I see a doctor", "should I talk to my doctor first", "is a nurse there", "do nurses call me",
    "what about nausea",
    "will it hurt", "ok but does it cause nausea", "yes, what about the bath", "no nausea?", "thanks, and the price",
    "is it given by a robot",
    "are nurses human", "does the machine hurt", "is a bath useless", "why is it so damn expensive", "no sleep",
    "is it ok to bathe",
    "hello, does it hurt", "are you a nurse for baths", "can I talk to a doctor about nausea", "am I sure to sleep",
  ])
  func `a question that holds such words is a question`(text: String) throws {
    #expect(try reader.read(text).form == .question)
  }

  @Test(arguments: [
    "hola", "Hola!", "gracias", "ayuda", "me duele", "no entiendo", "cuanto cuesta", "¿Cuánto cuesta?",
    "tiene efectos secundarios",
    "me duele la cabeza", "no puedo dormir", "es seguro", "donde esta el doctor", "quiero una cita", "buenos dias",
    "muchas gracias",
    "por favor ayudeme", "puedo conducir despues", "estoy embarazada", "necesito ayuda", "hablo español",
    "que es la ketamina",
    "cuanto tiempo dura la sesion", "soy alergico", "tengo miedo", "me siento triste", "no hablo ingles",
    "bonjour, combien ça coute",
    "wie viel kostet das", "quanto costa il trattamento", "quanto tempo dura o tratamento",
  ])
  func `another language is recognised, also in few words`(text: String) throws {
    let question = try reader.read(text)
    #expect(question.form == .otherLanguage)
    #expect(question.words.isEmpty && question.corrections.isEmpty)
  }

  @Test(arguments: [
    "no", "me", "is it in las vegas", "los angeles", "el paso", "can my son come", "does dr. dolores work here",
    "is san jose far",
    "nausea", "no nausea for me", "la jolla clinic", "is it a siesta", "can I have a taco after", "tell me",
    "am I sure", "more patio time",
    "does maria take it", "is it like deja vu", "por", "what does que sera mean", "a la carte nausea", "my es machine",
    "no son of mine",
    "is the casa open", "does it help with nada", "kombucha and valerian",
  ])
  func `an English question, or a name, is not taken for another language`(text: String) throws {
    #expect(try reader.read(text).form != .otherLanguage)
  }
}
