# Times in R what `./trabecula bench statistics` times in Java: the same tasks on made-up data of the same sizes.
# Usage: Rscript bench.R [full|quick]; start R with OPENBLAS_NUM_THREADS=1, so that CPU time is that of one thread.
# Prints lines "time;task;milliseconds" (median CPU time) and "version;words". A task whose package is not installed is
# left out and said so on standard error. The names of the tasks are those of tasks.csv.

quick <- "quick" %in% commandArgs(trailingOnly = TRUE)
visit_months <- c(3, 6, 12, 24)

measure <- function(task, packages, run, times = 5) {
  lacking <- packages[!vapply(packages, requireNamespace, logical(1), quietly = TRUE)]
  if (length(lacking) > 0) {
    message(task, ": not timed, since R lacks ", paste(lacking, collapse = ", "))
    return(invisible(NULL))
  }
  seconds <- tryCatch({
    vapply(seq_len(if (quick) 1 else times), function(turn) {
      gc(FALSE)
      spent <- system.time(suppressWarnings(suppressMessages(run())))
      spent[["user.self"]] + spent[["sys.self"]]
    }, numeric(1))
  }, error = function(problem) {
    message(task, ": ", conditionMessage(problem))
    NULL
  })
  if (!is.null(seconds)) cat(sprintf("time;%s;%.3f\n", task, 1000 * median(seconds)))
}

# Participants in two arms, their screws, and their visits.
cohort <- function(n, seed) {
  set.seed(seed)
  people <- data.frame(
    id = seq_len(n), age = rnorm(n, 66, 7.5), density = rnorm(n, -2.6, 0.8), mass = rnorm(n, 25, 3.3),
    levels = 1 + rbinom(n, 2, 0.35), smoker = rbinom(n, 1, 0.16), before = rnorm(n, 48, 13))
  people$arm <- rbinom(n, 1, plogis(0.1 + 0.03 * (people$age - 66) - 0.45 * (people$density + 2.6)))
  people$fused <- rbinom(n, 1, plogis(0.4 + people$arm - 0.03 * (people$age - 66)))
  people
}

screws_of <- function(n, seed) {
  set.seed(seed)
  sizes <- 4 + 2 * rbinom(n, 2, 0.35)
  id <- head(rep(seq_len(n), sizes), n)
  sacral <- head(unlist(lapply(sizes, function(size) as.integer(seq_len(size) > size - 2))), n)
  own <- rnorm(n, 0, 1.2)
  screws <- data.frame(id = id, arm = id %% 2, sacral = sacral)
  screws$loose <- rbinom(n, 1, plogis(-2.3 - 0.6 * screws$arm + 0.75 * sacral + own[id]))
  screws
}

visits_of <- function(people, seed) {
  set.seed(seed)
  rows <- merge(people[c("id", "arm", "before")], data.frame(visit = seq_along(visit_months)))
  own <- rnorm(nrow(people), 0, 8)
  rows$odi <- rows$before - c(14, 22, 26, 27)[rows$visit] - 3 * rows$arm + own[rows$id] + rnorm(nrow(rows), 0, 7)
  rows <- rows[runif(nrow(rows)) < 0.85, ]
  rows$month <- factor(visit_months[rows$visit])
  rows$id <- factor(rows$id)
  rows$arm <- factor(rows$arm)
  rows[order(rows$id, rows$visit), ]
}

looks_of <- function(n, seed) {
  set.seed(seed)
  time <- 9 * rexp(n)^(1 / 1.3)
  ends <- t(vapply(time, function(one) {
    seen <- round(rnorm(4, visit_months, c(0.3, 0.4, 0.7, 1)), 2)[runif(4) > 0.1]
    c(max(0, seen[seen < one]), min(Inf, seen[seen >= one]))
  }, numeric(2)))
  data.frame(left = ends[, 1], right = ends[, 2], arm = rbinom(n, 1, 0.5))
}

cat("version;", R.version.string, "\n", sep = "")

ninety <- cohort(90, 1)
measure("bootstrap", "boot", function() {
  difference <- function(rows, drawn) {
    y <- rows$fused[drawn]
    arm <- rows$arm[drawn]
    mean(y[arm == 1]) - mean(y[arm == 0])
  }
  draws <- boot::boot(ninety, difference, R = 10000, strata = ninety$arm)
  boot::boot.ci(draws, type = c("perc", "bca"))
}, times = 3)

measure("power", character(), function() {
  significant <- 0
  for (trial in seq_len(10000)) {
    events <- rbinom(120, 1, rep(c(0.25, 0.08), each = 60))
    first <- sum(events[1:60])
    second <- sum(events[61:120])
    rate <- (first + second) / 120
    significant <- significant + isTRUE(abs(first - second) / 60 / sqrt(rate * (1 - rate) / 30) > qnorm(0.975))
  }
  significant / 10000
})

measure("miettinenNurminen", "ratesci", function() {
  first <- rbinom(1000, 60, 0.25)
  second <- rbinom(1000, 60, 0.08)
  for (table in seq_len(1000)) {
    ratesci::scoreci(first[table], 60, second[table], 60, contrast = "RD", skew = FALSE)
  }
}, times = 1)

looks <- looks_of(1000, 2)
measure("turnbull", "icenReg", function() icenReg::ic_np(cbind(looks$left, looks$right)), times = 15)
measure("logRank", "interval", function() {
  interval::ictest(looks$left, looks$right, looks$arm, scores = "logrank1", method = "pclt")
}, times = 1)

screws <- screws_of(800, 3)
measure("marginal", "geepack", function() {
  summary(geepack::geeglm(loose ~ arm + sacral, id = id, data = screws, family = binomial, corstr = "exchangeable"))
}, times = 15)

two_hundred <- cohort(200, 4)
visits <- visits_of(two_hundred, 5)
measure("repeated", "mmrm", function() {
  summary(mmrm::mmrm(odi ~ before * month + arm * month + us(month | id), data = visits, method = "Kenward-Roger"))
})

measure("overlap", character(), function() {
  x <- cbind(1, as.matrix(two_hundred[c("age", "density", "mass", "levels", "smoker")]))
  arms <- split(seq_len(200), two_hundred$arm)
  vapply(seq_len(2000), function(turn) {
    drawn <- unlist(lapply(arms, function(members) members[sample.int(length(members), replace = TRUE)]))
    arm <- two_hundred$arm[drawn]
    fused <- two_hundred$fused[drawn]
    score <- glm.fit(x[drawn, ], arm, family = binomial())$fitted.values
    weighted.mean(fused[arm == 1], (1 - score)[arm == 1]) - weighted.mean(fused[arm == 0], score[arm == 0])
  }, numeric(1))
}, times = 3)

incomplete <- function(n, columns, hidden) {
  values <- as.data.frame(rnorm(n) + matrix(rnorm(n * columns), n))
  for (column in hidden) values[runif(n) >= 0.85, column] <- NA
  values
}
imputed <- function(values, method) {
  completed <- mice::mice(values, m = 50, maxit = 5, method = method, printFlag = FALSE)
  mice::pool(with(completed, lm(V10 ~ V1 + V2)))
}
set.seed(6)
measurements <- incomplete(200, 10, 7:10)
marks <- as.data.frame(lapply(incomplete(200, 10, 1:10), function(column) as.integer(column > 0.3)))
measure("imputation", "mice", function() imputed(measurements, "norm"), times = 2)
measure("imputationOfMarks", "mice", function() imputed(marks, "logreg"), times = 1)

measure("boschloo", "exact2x2", function() exact2x2::boschloo(5, 60, 15, 60, tsmethod = "central"), times = 2)
