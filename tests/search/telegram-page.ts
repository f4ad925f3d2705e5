/** The page of telegram 39 as the site builds it, cut down to what search reads. */

const record = [
  ['sort', 'date', '1936-01-31'],
  ['filter', 'sender', 'Loy W. Henderson'],
  ['filter', 'recipient', 'Cordell Hull'],
  ['filter', 'place', 'Moscow'],
  ['filter', 'place', 'Washington, D.C.'],
  ['filter', 'place', 'London'],
  ['filter', 'year', '1936'],
  ['filter', 'mentions', 'Maxim Litvinov'],
  ['filter', 'mentions', 'Comintern'],
  ['meta', 'title', 'The Chargé in the Soviet Union (Henderson) to the Secretary of State'],
  ['meta', 'record-file', '761.9315 Manchuria/35'],
  ['meta', 'record-tel', 'Telegram 39'],
  ['meta', 'record-from', 'Loy W. Henderson, Chargé in the Soviet Union, Moscow'],
  ['meta', 'record-to', 'Cordell Hull, Secretary of State, Washington, D.C.'],
  ['meta', 'record-date', '[January 31, 1936]'],
  ['meta', 'record-received', 'January 31, [1936], 2:55 p.m.'],
  ['meta', 'record-place', 'Moscow; Washington, D.C.; London'],
  ['meta', 'record-mentions', 'Maxim Litvinov; Comintern'],
] as const;

const number = (n: number) => `<a class="pn" href="#p${n}" data-n="${n}" data-pagefind-ignore>${n}</a>`;

/** HTML of the whole page. */
export const telegramPage = `<!doctype html><html lang="en"><head><title>Telegram 39</title>
${record.map(([kind, name, value]) => `<meta name="search-${kind}:${name}" content="${value}">`).join('\n')}
</head><body><header>The Manchuria File <input type="search"></header><main>
<aside id="record"><p>File number 761.9315 Manchuria/35 in furniture that no search may find: zebra</p></aside>
<article data-pagefind-body><header class="heading"><p class="file-line">761.9315 Manchuria/35: Telegram</p>
<h1 id="heading">The Chargé in the Soviet Union (Henderson) to the Secretary of State</h1></header>
<p class="received" id="received">[Received January 31—2:55 p.m.]</p>
<p id="p1">${number(1)}39. The usual emissary of the <a class="name" href="#e-kremlin">Kremlin</a> who in past conversations has been in the habit of minimizing the importance of Soviet-Japanese dissensions in the Far East stated to me yesterday substantially as follows:</p>
<p id="p2">${number(2)}The feeling which had hitherto prevailed in the Soviet Union that Japan would be too deeply occupied with completing its conquest of North China to attempt any aggressive action against the Soviet Union in the near future was being replaced with an uneasy feeling that <a class="mark sic" id="m1"><span class="words">on</span><span class="affix" data-pagefind-ignore> [<i>sic</i>]</span></a> the outbreak of a Japanese-Soviet conflict in the spring or summer of the present year was quite within the realms of possibility. The desertion into Soviet territory on <time datetime="1936-01-29">January 29th</time> (as reported in the <a class="name">Pravda</a> of <time datetime="1936-01-30">January 30th</time>) of a whole company of Manchurian soldiers, together with a Manchurian lieutenant and several non-commissioned officers, was the very type of an incident which the Soviet Government feared might serve the Japanese as a pretext for opening of hostilities. It seemed that the company after having killed its Japanese officers fled into the Soviet Union with a considerable amount of military equipment. It was disarmed and sent into the interior for internment. The Soviet Government was concerned lest a number of such incidents might result in insistence on the part of the Japanese Government that the deserters be extradited and charges that the disturbances were the result of the activities of the <a class="name">Comintern</a>.</p>
<p id="p3">${number(3)}The anxiety of the Soviet governmental circles was sharpened by the fact that they were inclined to believe reports recently published to the effect that Germany and Japan had entered into an alliance directed against “the activities of the <a class="name">Comintern</a>”. They feared that if Japan should launch an attack under the pretext that it was crusading against the <a class="name">Comintern</a> this alliance might serve as a basis for a simultaneous German attack from the West. They also felt that it was possible that influential groups in other countries which otherwise would have no sympathy for Japanese or German aggression might be inclined because of their dread of the spread of Communism <a class="mark supplied" id="m2"><span class="affix">[</span><span class="words">to support such attacks.</span><span class="affix">]</span></a></p>
<p id="p4">${number(4)}The Soviet Government believed that of all the great powers Great Britain was in the best position to exercise restraint upon Germany. Undoubtedly <a class="name">Litvinov</a><sup class="marker source" data-n="56" data-pagefind-ignore><a href="#n56" id="r56">56</a><button></button></sup> while in <a class="name">London</a> would discuss the matter with the British Government.</p>
<div class="notes"><div id="n56" class="note source"><a class="number" data-pagefind-ignore>56</a><p>Soviet Commissar for Foreign Affairs.</p></div></div>
</article></main><footer>colophon</footer></body></html>`;
