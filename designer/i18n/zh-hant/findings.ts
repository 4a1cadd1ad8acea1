import type { findings as en } from '../en/findings.ts'
import type { Translated } from '../texts.ts'

export const findings: Translated<typeof en> = {
  'model-without-stage': '流程圖中沒有關鍵節點。請新增客戶所做的第一件事。',
  'start-missing': '商機無從開始：每個關鍵節點都有連線通入。請移除通入採購起點的連線。',
  'stage-unreachable':
    '關鍵節點「{{stage}}」永遠無法到達：它所需的連線並非來自商機能到達的節點。請從前面的節點畫一條連線過來，或移除此節點。',
  'stage-never-left': '關鍵節點「{{stage}}」永遠無法離開：沒有連線由此出發。請畫一條連線，或將它標為終點。',
  'stage-never-complete':
    '關鍵節點「{{stage}}」永遠無法完成：它所要求的內容、它的條件與通往它的連線互相矛盾。請修改條件，或修改所要求的內容。',
  'stage-never-opens':
    '關鍵節點「{{stage}}」永遠不會開啟：到達它所需的條件，與每個商機到那時都已通過的節點互相矛盾。請修改它的進入條件，或修改通入的連線。',
  'stage-contradicts-earlier':
    '關鍵節點「{{stage}}」永遠無法完成：它與「{{earlier}}」互相矛盾，而每個商機到那時都已通過後者。請修改其中一方所要求的內容。',
  'clock-never-starts': '「{{name}}」的時限從「{{from}}」起算，但沒有人能取得它。請指明由誰取得，或改為從開啟時起算。',
  'clock-starts-on-own-signature':
    '「{{name}}」的時限從「{{from}}」起算，但那是它自己的簽核，因此永遠不會計時。請改從更早發生的事起算，或從開啟時起算。',
  'threshold-without-value': '門檻「{{threshold}}」沒有任何數值。請加上一個數值與生效日期，或移除此門檻。',
  'threshold-dates-unordered': '門檻「{{threshold}}」的數值順序不對：{{date}} 並不晚於前一個日期。請由早到晚排列。',
  'threshold-unused': '沒有條件使用門檻「{{threshold}}」，它的數值不起作用。請在條件中選用，或移除此門檻。',
  ...ofCondition(
    'stage-waits-on-later',
    '等待「{{fact}}」，但它只在「{{later}}」出現，而後者要在此之後才會開啟。請晚一點再要求，或早一點請求。',
  ),
  'branch-gap':
    '{{deal}} 的商機通過關鍵節點「{{stage}}」後無路可走：沒有適用的連線。請為它新增一條，或畫一條沒有條件的連線。',
  'cycle-without-progress':
    '循環「{{stages}}」中沒有任何要求：商機一進入其中一個關鍵節點，就同時通過了全部。請在其中一個節點要求些什麼，或移除一條連線。',
  'end-missing': '商機能到達的關鍵節點中沒有終點。請將成交或失單的節點標為終點。',
  'transition-stage-missing':
    '連線「{{place}}」的一端是關鍵節點「{{stage}}」，但流程圖中沒有它。請重新連接，或移除連線。',
  'transition-to-itself': '關鍵節點「{{stage}}」有一條通回自己的連線，它永遠不會開啟任何節點。請移除。',
  'transition-duplicate': '從「{{from}}」到「{{to}}」的連線不只一條。請只保留一條，並以條件說明何時通行。',
  'transition-leads-back':
    '連線「{{place}}」不會有任何作用：到那時每個商機都已通過「{{stage}}」，而已通過的關鍵節點只有在事實被撤回時才會重新開啟。請移除，或為第二輪另畫一個節點。',
  'transition-never-taken':
    '連線「{{place}}」永遠無法通行：它的條件與「{{stage}}」所要求的內容互相矛盾。請修改條件，或修改所要求的內容。',
  'transition-shadowed':
    '連線「{{place}}」不會改變什麼：它通行時，同樣兩個節點之間的另一條連線也必定通行。請移除，或修改條件。',
  'element-nobody-brings':
    '沒有人能取得關鍵節點「{{stage}}」的要素「{{element}}」：沒有採購角色會透露，也沒有必要動作或支援能帶來。請指定來源。',
  'element-role-missing':
    '要素「{{element}}」應來自採購角色「{{role}}」，但決策鏈中沒有這個角色。請另選角色，或新增此角色。',
  'commitment-without-role': '關鍵節點「{{stage}}」的承諾「{{commitment}}」沒有採購角色可以給出。請選擇由誰承諾。',
  'commitment-role-missing':
    '承諾「{{commitment}}」應來自採購角色「{{role}}」，但決策鏈中沒有這個角色。請另選角色，或新增此角色。',
  'commitment-lapses-first':
    '關鍵節點「{{stage}}」等待的時間比承諾「{{commitment}}」的有效期更長：節點完成之前承諾就已失效。請延長有效期，或縮短等待。',
  'action-brings-unknown':
    '必要動作「{{action}}」應取得「{{missing}}」，但它不是此流程圖中的要素或承諾。請選擇動作要取得什麼。',
  'action-without-effect':
    '關鍵節點「{{stage}}」的必要動作「{{action}}」沒有要取得的效果，只要有人說完成就算完成。請選擇它所為的要素或承諾。',
  'action-due-before-answer':
    '必要動作「{{action}}」的期限早於支援「{{support}}」的答覆期限，而它所要取得的只能來自這項答覆。請放寬動作的期限，或縮短支援的期限。',
  'action-due-before-sign-off': '必要動作「{{action}}」的期限比「{{specialist}}」通常所需的時間更短。請放寬期限。',
  'support-without-department': '支援「{{support}}」沒有指定部門，請求將無人接收。請選擇部門。',
  'support-department-missing':
    '支援「{{support}}」請求的部門「{{department}}」不在流程圖中。請另選部門，或新增此部門。',
  'support-without-due': '支援「{{support}}」沒有期限，永遠不會逾期。請說明最晚何時需要答覆。',
  'refusal-without-reason': '支援「{{support}}」在某條件下直接拒絕，卻沒有理由。請說明原因，以及可以怎麼做。',
  'support-brings-unknown':
    '支援「{{support}}」應帶來「{{missing}}」，但它不是此流程圖中的要素。請選擇答覆要帶來什麼。',
  'layer-without-role': '審批層級「{{layer}}」沒有人簽核：其中沒有採購角色。請新增角色，或移除此層級。',
  'layer-count-too-high':
    '審批層級「{{layer}}」要求 {{needed}} 人簽核，但只有 {{there}} 個採購角色。請減少人數，或新增角色。',
  'layer-turn-of-one': '審批層級「{{layer}}」依序簽核，卻只有一個採購角色。請加入在其前後簽核的角色，或改用其他規則。',
  'requester-without-layer-above':
    '若採購由「{{role}}」提出，就沒有人能簽核層級「{{layer}}」：它是最高層，而規定由上一層級代提出人簽核。請增加角色，或修改規定。',
  'layer-never-signed':
    '有條件要求審批層級「{{layer}}」簽核，但簽核不會發生：沒有向「{{roles}}」要求任何承諾。請畫出承諾，或修改此層級的規則。',
  'specialist-layer-missing':
    '客戶的專業部門「{{specialist}}」位於審批層級「{{layer}}」旁，但決策鏈中沒有這個層級。請另選層級。',
  'specialist-without-role': '客戶的專業部門「{{specialist}}」沒有人簽核：其中沒有採購角色。請新增角色，或移除此部門。',
  'role-layer-missing': '採購角色「{{role}}」位於審批層級「{{layer}}」，但決策鏈中沒有這個層級。請另選層級，或不指定。',
  'role-specialist-missing':
    '採購角色「{{role}}」位於客戶的專業部門「{{specialist}}」，但決策鏈中沒有這個部門。請另選部門，或不指定。',
  'style-leader-missing':
    '決策風格「{{style}}」的主導者是採購角色「{{role}}」，但決策鏈中沒有這個角色。請另選角色，或不指定。',
  'style-leader-covers-nothing':
    '決策風格「{{style}}」的主導者「{{role}}」之下沒有可涵蓋的審批層級，因此這個風格不會改變什麼。請選擇較高層級的角色，或不指定。',
  'style-leader-promises-nothing':
    '決策風格「{{style}}」的主導者「{{role}}」沒有任何承諾，因此無法涵蓋以下各層級。請為這個角色畫出承諾，或另選角色。',
  'name-duplicate': '這裡不只一項名為「{{name}}」。請讓每一項各有自己的名稱。',
  'id-duplicate': '「{{name}}」與「{{other}}」的識別碼同為「{{id}}」。請將其中之一改為另一個識別碼。',
  ...ofCondition(
    'condition-fact-unknown',
    '詢問「{{fact}}」，但沒有人能取得：流程圖中沒有這項事實。請另選一項，或畫出它。',
  ),
  ...ofCondition('condition-threshold-unknown', '與流程圖中沒有的門檻比較：{{threshold}}。請新增它，或另選一項。'),
  ...ofCondition(
    'condition-unordered',
    '詢問「{{fact}}」是大於還是小於某值，但只有數字、金額和日期有大小先後。請改問是否等於某值。',
  ),
  ...ofCondition(
    'condition-list-mismatch',
    '該用清單比較「{{fact}}」時只給了一個值，或該用一個值時給了清單。清單請用「屬於其中之一」，單一值請用「等於」。',
  ),
  ...ofCondition(
    'condition-option-unknown',
    '將「{{fact}}」與「{{value}}」比較，但它不在選項之中：{{options}}。請從中選擇。',
  ),
  ...ofCondition(
    'condition-date-invalid',
    '將日期「{{fact}}」與「{{value}}」比較，但它不是日期。請寫成 2026-03-31 的形式。',
  ),
  ...ofCondition(
    'condition-value-mismatch',
    '將「{{fact}}」與「{{value}}」比較，但兩者不是同一種值。請選擇「{{fact}}」可能有的值。',
  ),
  ...ofCondition(
    'condition-presence-value',
    '詢問「{{fact}}」是否已知，卻給了「{{value}}」這個值，而它會被忽略。請改問是否未知，或將值設為 true。',
  ),
  ...ofCondition(
    'condition-asks-for-layer',
    '要求審批層級「{{layer}}」簽核，但誰必須簽核是在判斷任何層級之前就決定的。請改問一項事實。',
  ),
  ...ofCondition('condition-never-holds', '永遠無法成立：它的要求自相矛盾。請修改或移除其中一部分。'),
  ...ofCondition('condition-always-holds', '無論已知什麼都成立。請移除它，或要求些什麼。'),
  ...ofCondition(
    'condition-part-shadowed',
    '詢問「{{fact}}」的部分不會改變什麼：旁邊的另一部分已經決定了結果。請移除，或改問別的。',
  ),
  ...ofCondition(
    'condition-order-dependent',
    '要求某事不存在或尚未過久（{{facts}}），因此商機的結果取決於得知的先後。可以的話，請改為要求必須具備的內容。',
  ),
  'check-crashed': '無法對此流程圖進行檢查「{{check}}」（{{reason}}）。請告知 Keynode 的管理人員，並附上流程圖。',
}

/** What a rule says, about a stage's entry condition, its exit condition, or any other condition. */
function ofCondition<const Rule extends string>(rule: Rule, says: string) {
  return {
    [rule]: `「{{place}}」的條件${says}`,
    [`${rule}_entry`]: `關鍵節點「{{place}}」的進入條件${says}`,
    [`${rule}_exit`]: `關鍵節點「{{place}}」的完成條件${says}`,
  } as Record<Rule | `${Rule}_entry` | `${Rule}_exit`, string>
}
