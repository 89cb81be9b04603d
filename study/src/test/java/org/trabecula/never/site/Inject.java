package org.trabecula.never.site;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the annotation of an injecting library. */
@Retention(RetentionPolicy.RUNTIME)
@interface Inject {}
