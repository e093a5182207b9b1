import type { Language } from '../workshop/state.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/**
 * Words that carry no idea by themselves, as typed (accents kept), without those that deny: "pas", "sans", "not" change
 * what a sentence says. Elided forms ("l'", "qu'") are taken off before.
 */
export const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: setOf(`
    le la les l un une des du de d au aux à a en y et ou où mais donc or car que qui quoi dont qu ce cet cette ces c ça
    cela ceci se s me m te t je j tu il elle on nous vous ils elles lui leur leurs eux moi toi soi son sa ses mon ma mes
    ton ta tes notre nos votre vos est es suis sommes êtes sont était étaient étais sera seront serait seraient soit
    soient être été étant ai as avons avez ont avait avaient aura auront aurait auraient ait aient avoir eu ayant fait
    faire fais font faut faudrait falloir peut peuvent pourrait pourraient pouvoir peux doit doivent devrait devraient
    devoir dois va vont aller dans par pour sur sous avec entre chez vers dès depuis pendant comme si ainsi alors aussi
    encore très trop plus moins bien tout toute tous toutes même mêmes autre autres quel quelle quels quelles chaque
    quelque quelques plusieurs certains certaines tel telle tels telles là ici voilà voici quand lorsque lorsqu puis
    puisque puisqu parce afin donc cependant toutefois notamment surtout vraiment juste peu beaucoup jusque jusqu afin
    selon lors après avant déjà toujours souvent c'est qu'il qu'elle etc ex via fois oui ok merci bonjour idem pareil
    accord aujourd'hui hui effet effectivement tellement assez plutôt celui celle ceux celles n ne
  `),
  en: setOf(`
    a an the and or but if then so as of at by for with about between into through during before after above below to
    from up down in out on off over under again further once here there when where why how all any both each few more
    most other some such only own same than too very s t can will just should would could now i me my myself we our
    ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs
    themselves what which who whom this that these those am is are was were be been being have has had having do does
    did doing must may might shall also because while until upon us let yes ok okay thanks hello agree agreed etc eg ie
    one get got make made many much really thing things like it's i'm i've we're you're they're that's there's
  `),
};

/**
 * Words said about anything, whatever the subject: they weigh half. Common in every topic of the answers that this was
 * measured on, each half of the topics judged with the other's list; the French ones are their like.
 */
export const generalWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: setOf(`
    gens personne personnes monde vie temps chose choses façon manière moyen moyens cas part point question problème
    raison exemple fin lieu niveau nombre sorte type mettre mise donner prendre rendre permettre permet laisser passer
    aider besoin vouloir veut aimer penser croire savoir voir venir trouver utiliser créer développer favoriser
    renforcer améliorer assurer proposer devenir rester arrêter important importante nécessaire possible meilleur
    meilleure mieux bon bonne grand grande nouveau nouvelle vrai seul seule différent propre ensemble simple réel non
    pas sans contre jamais rien aucun chacun maintenant
  `),
  en: setOf(`
    people person everyone someone anyone something anything thing way world society life time place part lot reason
    right need needs want help make making take give get go keep put become let use lead cause mean work think know feel
    like see find come allow provide create ensure support bring show able possible necessary important good better best
    bad great long well new different even enough away therefore since because also instead rather less still often
    already always never not no without against must many much us due certain every own
  `),
};
