// The islands of the review app: keys, the tie between records and passages, filters that apply themselves, and news of
// what colleagues decide. All but the last also works without a script: every decision is a form, every view an address.

import { all, byId } from "./dom";
import { applyFilters } from "./filters";
import { listenToKeys } from "./keys";
import { hearNews } from "./news";
import { follow, stand } from "./standing";
import { light, tieRecords } from "./ties";

listenToKeys();
follow();
tieRecords();
applyFilters();
hearNews();

// At the start one stands where the address says, else at the first report of a queue.
const target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
if (target?.matches(".item, [data-record]")) {
  stand(target);
  if (target.dataset["record"]) light([target.dataset["record"]], "passage");
} else if (document.querySelector(".queue .item")) stand(all(".item")[0], { scroll: false });
