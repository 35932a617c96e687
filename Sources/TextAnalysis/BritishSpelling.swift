// British spellings as American ones, so that "tumour" and "tumor" are one term.
// Spelling only, no vocabulary ("nappy" stays); and only what leaves ordinary English words alone.

/// Turns British spellings into American ones, which Porter2's rules are written for ("-ization").
///
/// General rules where English allows them, word parts and whole words where it does not. Both spellings of a text and
/// of a question go through here, so a needless change does no harm unless it makes two words one.
package enum BritishSpelling {
  /// The American spelling of `word`, which is folded and without a possessive; `word` itself where it is none.
  package static func american(_ word: [UInt8]) -> [UInt8] {
    guard word.count >= 4 else { return word }
    if wholeWordStarts.contains(word[0], word[1]), let whole = wholeWords.replacement(for: word) { return whole }
    var result = word
    if partStarts.occur(in: word) { parts.replaceParts(of: &result) }
    if endingEnds.contains(result[result.count - 1], result[result.count - 2]) { endings.replaceEnding(of: &result) }
    undoubleL(in: &result)
    replaceIse(in: &result)
    return result
  }

  /// "travelled" → "traveled", for verbs whose last syllable is unstressed.
  private static func undoubleL(in word: inout [UInt8]) {
    guard let pair = word.lastIndex(of: UInt8(ascii: "l")), pair >= 3, word[pair - 1] == UInt8(ascii: "l") else {
      return
    }
    guard doubledEndings.contains(word[(pair + 1)...]), doublingRoots.suffixCount(of: word[..<pair]) > 0 else { return }
    word.remove(at: pair)
  }

  /// "organisation" → "organization", "analysed" → "analyzed"; not "exercise", not the plural "analyses".
  private static func replaceIse(in word: inout [UInt8]) {
    guard word.count >= 6, iseEnds & (1 << UInt32(word[word.count - 1] & 31)) != 0 else { return }
    let endingCount = iseEndings.suffixCount(of: word[...])
    let root = word[..<(word.count - endingCount)]
    let last = root.count - 1
    guard endingCount > 0, root.count >= 5, root[last] == UInt8(ascii: "s") else { return }
    switch root[last - 1] {
    case UInt8(ascii: "i"):
      if alwaysWithS.suffixCount(of: root) > 0 || cis.suffixCount(of: root) == 3 { return }
    case UInt8(ascii: "y"):
      guard root[last - 2] == UInt8(ascii: "l"), !word[root.count...].elementsEqual("es".utf8) else { return }
    default: return
    }
    word[last] = UInt8(ascii: "z")
  }

  /// Replaced wherever they stand in a word: Greek and Latin digraphs, and "-our-" where it is the suffix.
  private static let parts = WordPairs(
    """
    aesth>esth aem>em aetiolog>etiolog paed>ped gynaec>gynec faec>fec caec>cec caesare>cesare caesium>cesium \
    mediaev>mediev palaeo>paleo archaeo>archeo naev>nev phaeo>pheo taeni>teni oestr>estr oesoph>esoph oedem>edem \
    foet>fet coeliac>celiac rrhoe>rrhe pnoe>pne homoeo>homeo amoeb>ameb copoeia>copeia manoeuv>maneuv \
    leucocyt>leukocyt leucopen>leukopen sulph>sulf tranquillis>tranquiliz tranquilliz>tranquiliz \
    arbour>arbor ardour>ardor armour>armor haviour>havior candour>candor clamour>clamor colour>color \
    demeanour>demeanor dolour>dolor enamour>enamor endeavour>endeavor favour>favor fervour>fervor flavour>flavor \
    glamour>glamor honour>honor humour>humor labour>labor neighbour>neighbor odour>odor parlour>parlor \
    rancour>rancor rigour>rigor rumour>rumor saviour>savior savour>savor splendour>splendor succour>succor \
    tumour>tumor valour>valor vapour>vapor vigour>vigor smoulder>smolder mould>mold moult>molt plough>plow \
    fibre>fiber theatre>theater calibre>caliber goitre>goiter defence>defense offence>offense pretence>pretense \
    licence>license judgement>judgment acknowledgement>acknowledgment sceptic>skeptic enquir>inquir artefact>artifact \
    fulfilment>fulfillment enrolment>enrollment instalment>installment skilful>skillful wilful>willful \
    marvellous>marvelous woollen>woolen jeweller>jeweler pyjama>pajama yoghurt>yogurt aluminium>aluminum \
    moustache>mustache orthopaed>orthoped
    """)

  /// Where a part can begin: most words hold none of these, and are done with.
  private static let partStarts = LetterTriples(
    """
    ack aem aes aet alu amo arb arc ard arm art cae cal can cla coe col cop def dem dol ena end enq enr fae fav \
    fer fib fla foe ful gla goi gyn hav hom hon hum ins jew jud lab leu lic man mar med mou nae nei odo oed oes \
    off ort pae pal par pha plo pno pre pyj ran rig rrh rum sav sce ski smo spl suc sul tae the tra tum val vap \
    vig wil woo yog
    """)

  /// Replaced at a word's end, the first that fits.
  private static let endings = WordPairs(
    """
    metre>meter metres>meters litre>liter litres>liters centre>center centres>centers centred>centered \
    centring>centering titre>titer titres>titers spectre>specter spectres>specters lustre>luster sombre>somber \
    meagre>meager maneuvre>maneuver maneuvres>maneuvers maneuvred>maneuvered maneuvring>maneuvering logue>log \
    logues>logs sceptre>scepter
    """)

  /// The last two letters of each, the last one first.
  private static let endingEnds = LetterPairs("de er eu gn se")

  /// Whole words, where a rule would be wrong.
  private static let wholeWords = WordPairs(
    """
    programme>program programmes>programs ageing>aging grey>gray greys>grays greying>graying greyish>grayish \
    practise>practice practises>practices practised>practiced practising>practicing disc>disk discs>disks \
    fulfil>fulfill fulfils>fulfills enrol>enroll enrols>enrolls instil>instill instils>instills distil>distill \
    distils>distills cosy>cozy speciality>specialty specialities>specialties dependant>dependent \
    dependants>dependents caesarian>cesarean cesarian>cesarean cheque>check cheques>checks jewellery>jewelry \
    learnt>learned burnt>burned spelt>spelled dreamt>dreamed
    """)

  private static let wholeWordStarts = LetterPairs("ag bu ca ce ch co de di dr en fu gr in je le pr sp")

  /// What follows the doubled l.
  private static let doubledEndings = WordList("ed ing ings er ers or ors ist ists")

  /// Verbs that double their l in Britain only.
  private static let doublingRoots = WordList(
    """
    bevel cancel carol cavil channel chisel counsel cudgel dial dishevel drivel duel enamel equal fuel funnel gambol \
    gravel grovel initial kennel label level libel marshal marvel medal metal model panel parcel pedal pencil \
    peril pummel quarrel ravel revel rival shovel shrivel signal snivel spiral squirrel stencil swivel total towel \
    trammel travel trowel tunnel victual yodel
    """)

  /// The letters that parts and endings begin and end with, worked out: a test holds those written down to these.
  static var workedOut: (parts: LetterTriples, endings: LetterPairs) {
    (LetterTriples(parts.all.map(\.from)), LetterPairs(endings.all.map { Array($0.from.suffix(2).reversed()) }))
  }

  /// The same as they are written down.
  static var writtenDown: (parts: LetterTriples, endings: LetterPairs) {
    (partStarts, endingEnds)
  }

  /// "-cis" stays, but for "-icis-".
  private static let cis = WordList("icis cis")

  private static let iseEndings = WordList("ations ation ational able ed es ers er ing ings e")

  /// The last letters of these: a bit for each.
  private static let iseEnds: UInt32 = "snledrg".utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }

  /// Roots that end in "is" on both sides of the Atlantic: every word of the kind in SCOWL's American list.
  private static let alwaysWithS = WordList(
    """
    ertis advis evis ervis provis televis ais ois uis wis pris chis ndis radis eatis hastis espis remis romis urmis \
    demis hemis valis exorcis denis cannabis metropolis megalopolis iris clitoris epidermis penis mantis chrysalis \
    trellis adonis clematis portcullis fundrais
    """)
}
