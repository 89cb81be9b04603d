/**
 * Where the study is run and by whom: sites, accounts, roles, and the protocol version in force.
 */
@NullMarked
package org.trabecula.study.site;

import org.jspecify.annotations.NullMarked;
